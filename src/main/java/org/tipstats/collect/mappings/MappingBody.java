package org.tipstats.collect.mappings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tipstats.collect.upload.MappingLimits;
import org.tipstats.mapping.saved.Mapping;
import org.tipstats.mapping.saved.MappingFormatException;
import org.tipstats.mapping.saved.MappingMessage;
import org.tipstats.platform.problem.InputError;
import org.tipstats.platform.problem.Problem;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.platform.problem.ProblemType;
import org.tipstats.platform.problem.ProblemType.ProblemTypes;
import org.tipstats.platform.problem.WordSuggestions;
import org.tipstats.validate.mapped.MappedFile;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/**
 * A checked mapping from the body of a request.
 *
 * @param mapping the mapping, with the area that it is saved for
 */
public record MappingBody(String name, String area, Mapping mapping) {

    /** Largest number of bytes of a body in addition to its mapping. */
    private static final int OVERHEAD = 10_000;

    private static final String READING = "/data/structureMaps/0/annotations/0/value";

    /** The body as it is sent. */
    private record Sent(String name, String area, JsonNode mapping) {}

    /**
     * Reads a body.
     *
     * @throws ProblemException 400 if a member is missing or the name or area is not valid; 413 if the body is too
     *     large; 422 if the mapping is not valid
     */
    static MappingBody read(InputStream body, ObjectMapper json, SchemaRegistry schemas) throws IOException {
        byte[] bytes = body.readNBytes(MappingLimits.MAX_BYTES + OVERHEAD + 1);
        requireSize(bytes.length - OVERHEAD);
        Sent sent = json.readValue(bytes, Sent.class);
        List<InputError> faults = new ArrayList<>();
        if (sent == null || sent.mapping == null || !sent.mapping.isObject()) {
            faults.add(InputError.pointer("/mapping", null, "The mapping must be a structure message in SDMX-JSON."));
        }
        if (sent == null || sent.name == null || !isName(sent.name)) {
            faults.add(InputError.pointer(
                    "/name",
                    sent == null ? null : sent.name,
                    "The name must be one line of 1 to " + MappingLimits.MAX_NAME + " characters."));
        }
        if (sent == null || sent.area == null) {
            faults.add(InputError.pointer("/area", null, "Name the country or area by its code, such as AUT."));
        } else if (!areas(schemas).contains(sent.area)) {
            faults.add(InputError.pointer(
                    "/area", sent.area, noArea(sent.area), WordSuggestions.near(sent.area, areas(schemas))));
        }
        ProblemException.requireNone(faults);
        return new MappingBody(sent.name.strip(), sent.area, mapping(sent.mapping, sent.area, schemas));
    }

    private static boolean isName(String name) {
        return !name.isBlank()
                && name.length() <= MappingLimits.MAX_NAME
                && name.chars().noneMatch(Character::isISOControl);
    }

    /**
     * Reads a mapping for an area.
     *
     * @param area null for any area
     * @throws ProblemException 422 if the message is not a mapping, or names dataflows, codes or areas that do not fit
     */
    public static Mapping mapping(JsonNode message, String area, SchemaRegistry schemas) {
        Mapping mapping;
        try {
            mapping = new MappingMessage(schemas).read(message);
        } catch (MappingFormatException e) {
            throw invalid(e.pointer(), null, e.getMessage(), List.of());
        }
        check(mapping, area, schemas);
        return new Mapping(
                area == null ? mapping.area() : area,
                mapping.dataflows(),
                mapping.tables(),
                mapping.words(),
                mapping.choices(),
                mapping.constants(),
                mapping.parameters());
    }

    private static void check(Mapping mapping, String area, SchemaRegistry schemas) {
        if (area != null && mapping.area() != null && !mapping.area().equals(area)) {
            throw invalid(
                    "/data/structureMaps/0/fixedValueMaps",
                    mapping.area(),
                    "The mapping is for another country or area than \"area\".",
                    List.of(area));
        }
        List<String> reported =
                schemas.reported().stream().map(flow -> flow.id()).toList();
        List<String> dataflows = mapping.targets();
        if (dataflows.isEmpty()) {
            throw invalid(READING + "/dataflows", null, "The mapping names no dataflow.", reported);
        }
        dataflows.stream().filter(id -> !reported.contains(id)).findFirst().ifPresent(id -> {
            throw invalid(READING + "/dataflows", id, "There is no such dataflow.", reported);
        });
        mapping.words().forEach((component, words) -> checkWords(component, words, schemas));
        mapping.constants().forEach((component, code) -> {
            if (!AnswerReader.isConstant(schemas, component, code)) {
                throw unknownCode("/data/structureMaps", component, code, AnswerReader.codes(schemas, component));
            }
        });
    }

    private static void checkWords(String component, Map<String, String> words, SchemaRegistry schemas) {
        List<String> codes = AnswerReader.codes(schemas, component);
        words.forEach((word, code) -> {
            boolean known = component.equals(AnswerReader.TIME) ? MappedFile.isYear(code) : codes.contains(code);
            if (!known) {
                throw unknownCode("/data/representationMaps", component, code, codes);
            }
            if (word.codePoints().anyMatch(sign -> Character.getType(sign) == Character.SURROGATE)) {
                throw invalid("/data/representationMaps", null, "A word holds half a character.", List.of());
            }
        });
    }

    private static ProblemException unknownCode(String pointer, String component, String code, List<String> codes) {
        String message = "\"" + code + "\" is no code of " + component + ".";
        return invalid(pointer, code, message, WordSuggestions.near(code, codes));
    }

    private static ProblemException invalid(String pointer, String value, String message, List<String> suggestions) {
        return new ProblemException(Problem.of(MappingProblems.MAPPING_INVALID, message)
                .error(InputError.pointer("/mapping" + pointer, value, message, suggestions)));
    }

    /** @throws ProblemException 400 if no area that reports has this code */
    static void requireArea(SchemaRegistry schemas, String area) {
        List<String> known = areas(schemas);
        if (!known.contains(area)) {
            throw ProblemException.parameter("area", area, noArea(area), WordSuggestions.near(area, known));
        }
    }

    private static List<String> areas(SchemaRegistry schemas) {
        return schemas.areas().singleAreas().stream().map(Code::id).toList();
    }

    private static String noArea(String area) {
        return "There is no country or area \"" + area + "\". Use an ISO 3166 alpha-3 code, such as AUT.";
    }

    /** @throws ProblemException 413 if a mapping of this size is too large */
    static void requireSize(int bytes) {
        if (bytes > MappingLimits.MAX_BYTES) {
            throw new ProblemException(Problem.of(
                            ProblemType.TOO_LARGE, "A mapping may have at most " + MappingLimits.MAX_BYTES + " bytes.")
                    .with("limit", MappingLimits.MAX_BYTES));
        }
    }

    @Singleton
    static final class MappingProblems implements ProblemTypes {

        static final ProblemType MAPPING_INVALID = new ProblemType(
                "mapping-invalid",
                "The mapping is not valid",
                422,
                "Correct the member that \"pointer\" names. A mapping is a structure message in SDMX-JSON 2.0, as the"
                        + " guess of a file returns it in \"mapping\".");

        @Override
        public List<ProblemType> types() {
            return List.of(MAPPING_INVALID);
        }
    }
}
