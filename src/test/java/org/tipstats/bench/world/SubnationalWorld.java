package org.tipstats.bench.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.StringJoiner;
import java.util.stream.Stream;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.DataStructure;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.Dimension;
import org.tipstats.vocabulary.schema.Role;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/**
 * A world whose districts report instead of its countries: the real schemas with countries and provinces as groups of
 * areas below the regions of M49, and one more group that cuts across all of these. Equal seeds give equal figures.
 */
public final class SubnationalWorld {

    private static final int PROVINCE = 10;
    private static final int SMALLEST_COUNTRY = 20;
    private static final int IN_CROSS_GROUP = 7;
    private static final int YEARS = 25;
    private static final int FIRST_YEAR = 2000;
    private static final int THRESHOLD = 5;

    private final int areas;
    private final long seed;
    private final SchemaRegistry schemas;
    private final List<String> districts = new ArrayList<>();

    /** @param areas the number of districts */
    public SubnationalWorld(int areas, long seed) throws IOException {
        this.areas = areas;
        this.seed = seed;
        ObjectMapper json = new ObjectMapper();
        Map<String, JsonNode> messages = new HashMap<>();
        try (Stream<Path> files = Files.walk(Path.of("schemas"))) {
            for (Path file : files.filter(SubnationalWorld::isNeeded).toList()) {
                messages.put(file.getFileName().toString(), json.readTree(file.toFile()));
            }
        }
        addDistricts((ArrayNode) messages.get("CL_AREA.json").at("/data/codelists/0/codes"));
        this.schemas = SchemaRegistry.of(messages);
    }

    private static boolean isNeeded(Path file) {
        String name = file.getFileName().toString();
        return name.matches("(CL_|CS_).*\\.json|VICTIMS\\.json|POPULATION\\.json");
    }

    private void addDistricts(ArrayNode codes) {
        List<String> countries = new ArrayList<>();
        for (JsonNode code : codes) {
            if (code.path("id").asText().length() == 3
                    && code.hasNonNull("parent")
                    && !code.path("annotations").toString().contains("AREA_GROUP")) {
                group((ObjectNode) code, "COUNTRY");
                countries.add(code.path("id").asText());
            }
        }
        int used = Math.max(1, Math.min(countries.size(), areas / SMALLEST_COUNTRY));
        for (int i = 0; i < areas; i++) {
            String country = countries.get(i % used);
            String province = country + "-" + i / used / PROVINCE;
            if (i / used % PROVINCE == 0) {
                group(add(codes, province, country), "PROVINCE");
            }
            String district = province + "-" + i / used % PROVINCE;
            add(codes, district, province);
            districts.add(district);
        }
        StringJoiner members = new StringJoiner(" ");
        for (int i = 0; i < areas; i += IN_CROSS_GROUP) {
            members.add(districts.get(i));
        }
        ObjectNode cross = add(codes, "G_CROSS", null);
        group(cross, "GROUP");
        cross.withArray("annotations").addObject().put("type", "MEMBERS").put("value", members.toString());
    }

    private static ObjectNode add(ArrayNode codes, String id, String parent) {
        return codes.addObject().put("id", id).put("name", id).put("parent", parent);
    }

    private static void group(ObjectNode code, String kind) {
        code.putArray("annotations").addObject().put("type", "AREA_GROUP").put("value", kind);
    }

    public SchemaRegistry schemas() {
        return schemas;
    }

    public Dataflow dataflow() {
        return schemas.dataflow("VICTIMS").orElseThrow();
    }

    /** Returns the accepted figures of a dataflow: so many values of victims, or the population in their years. */
    public Cube accepted(Dataflow dataflow, int number) {
        return dataflow.isPopulation() ? population(dataflow, Math.min(YEARS, 1 + number / areas)) : victims(number);
    }

    /**
     * Returns the values of one cell of all districts after the other. One in ten districts is silent, one figure in six
     * is masked, one in thirty is missing, and one in a hundred has a comment.
     */
    private Cube victims(int number) {
        KeySpace space = new KeySpace(dataflow().structure());
        Random random = new Random(seed);
        List<Observation> values = new ArrayList<>(number);
        for (int i = 0; values.size() < number; i++) {
            int cell = i / areas;
            if (random.nextInt(10) > 0) {
                values.add(value(key(space, cell, districts.get(i % areas)), random));
            }
        }
        return Cube.of(space, values);
    }

    private static Observation value(long key, Random random) {
        int drawn = random.nextInt(60);
        if (drawn < 10) {
            return Observation.absent(key, "Q", drawn < 5 ? "A" : null);
        }
        if (drawn < 12) {
            return Observation.absent(key, "L", null);
        }
        Observation count = Observation.count(key, random.nextInt(random.nextBoolean() ? THRESHOLD : 2000), "A");
        return random.nextInt(100) > 0
                ? count
                : new Observation(key, count.value(), "P", "F", Map.of("COMMENT", "Number " + drawn + "."), null);
    }

    /** The cells have all years first, then one breakdown after the other. */
    private static long key(KeySpace space, int cell, String district) {
        DataStructure structure = space.structure();
        int[] positions = new int[structure.dimensions().size()];
        int rest = cell / YEARS;
        for (Role role : List.of(Role.SEX, Role.AGE, Role.EXPLOITATION)) {
            Dimension dimension = structure.dimension(role).orElseThrow();
            positions[dimension.position()] = rest % dimension.size();
            rest /= dimension.size();
        }
        return key(space, positions, district, FIRST_YEAR + cell % YEARS);
    }

    private static long key(KeySpace space, int[] positions, String district, int year) {
        DataStructure structure = space.structure();
        positions[structure.area().position()] = structure.area().positionOf(district);
        positions[structure.time().position()] = structure.time().positionOf(Integer.toString(year));
        Dimension unit = structure.unit();
        positions[unit.position()] = unit.codes()
                .first(code -> code.means("COUNT"))
                .map(Code::position)
                .orElseThrow();
        return space.pack(positions);
    }

    /** Returns the population in the first years: in total, of both sexes, and of minors. One in twenty is not known. */
    private Cube population(Dataflow dataflow, int years) {
        KeySpace space = new KeySpace(dataflow.structure());
        Random random = new Random(seed + 1);
        List<Observation> persons = new ArrayList<>();
        for (int year = FIRST_YEAR; year < FIRST_YEAR + years; year++) {
            for (String district : districts) {
                for (int part = 0; part < 4; part++) {
                    int[] positions = new int[space.structure().dimensions().size()];
                    Role role = part < 3 ? Role.SEX : Role.AGE;
                    positions[space.structure().dimension(role).orElseThrow().position()] = part < 3 ? part : 1;
                    if (random.nextInt(20) > 0) {
                        long key = key(space, positions, district, year);
                        persons.add(Observation.count(key, 1000 + random.nextInt(100_000), "A"));
                    }
                }
            }
        }
        return Cube.of(space, persons);
    }
}
