package org.tipstats.collect.mappings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ContainerNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.tipstats.mapping.saved.Mapping;
import org.tipstats.mapping.saved.MappingMessage;
import org.tipstats.validate.mapped.MappedGiven;
import org.tipstats.validate.rule.Given;

/** Damages a valid mapping: members are gone, of another type, of another value, too many, or too deep. */
final class WrongMappings {

    static final String TABLE = "Victims of trafficking in persons\nSex,2021,2022,Note\nWomen,12,-,a\nXaqila,5,7,b\n"
            + "Regional,1,2,c\nTotal,18,9,d\n";
    private static final String ANSWERS = "{'dataflow':'VICTIMS','unit':'NUMBER','coverage':'national',"
            + "'word:SEX:Xaqila':'M','marker:-':'missing','ignore:A5:C5':true}";

    /** Half characters reach the reader only if they are escaped. */
    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private static final String READING = "/data/structureMaps/0/annotations/0";

    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "\u0000",
            "a\u0000b",
            "\uD800",
            "(a+)+$",
            "(((((((((a*)*)*)*)*)*)*)*)*)*b",
            "[",
            "x".repeat(5_000),
            "-1",
            "2024",
            "1e999999999",
            "ignore",
            "OBS_VALUE",
            "LABEL",
            "REF_AREA",
            "TIME_PERIOD",
            "OBS_STATUS",
            "NOTHING",
            "VICTIMS",
            "PERSONS",
            "POPULATION",
            "_T",
            "F",
            "RATE",
            "part",
            "#",
            "A1:ZZZ99999999",
            "line:1",
            "'!'!A1",
            "marker:-",
            "word:SEX:x",
            "../../etc/passwd",
            "=1+1",
            "urn:sdmx:org.sdmx.infomodel.datastructure.Dataflow=TIPSTATS:OFFENCES(1.0.0)");

    private final Random random;

    WrongMappings(Random random) {
        this.random = random;
    }

    /** Returns the mapping of a table of the area KGZ as a structure message. */
    static ObjectNode message() {
        Mapping mapping = MappedGiven.mapping(TABLE, ANSWERS);
        return new MappingMessage(Given.SCHEMAS).write(mapping, "M", "1.0.0", "");
    }

    /** Returns a damaged message. Its reading is damaged more often, because it has most of the members. */
    String damaged() throws JsonProcessingException {
        ObjectNode message = message();
        if (random.nextInt(3) > 0) {
            ObjectNode annotation = (ObjectNode) message.at(READING);
            ObjectNode reading =
                    (ObjectNode) JSON.readTree(annotation.get("value").asText());
            damage(reading);
            annotation.put("value", damaged(JSON.writeValueAsString(reading)));
        } else {
            damage(message);
        }
        return damaged(JSON.writeValueAsString(message));
    }

    /** Damages the text itself now and then: cut, another character, or much too deep. */
    private String damaged(String text) {
        int at = random.nextInt(text.length());
        return switch (random.nextInt(24)) {
            case 0 -> text.substring(0, at);
            case 1 -> text.substring(0, at) + "{}[],:\"\\0".charAt(random.nextInt(9)) + text.substring(at + 1);
            case 2 -> "[".repeat(3_000) + text;
            case 3 ->
                text.substring(0, text.length() - 1) + ",\"more\":" + "{\"a\":".repeat(900) + "1" + "}".repeat(901);
            default -> text;
        };
    }

    private void damage(ObjectNode root) {
        for (int i = random.nextInt(3); i >= 0; i--) {
            List<ContainerNode<?>> all = new ArrayList<>();
            collect(root, all);
            damage(all.get(random.nextInt(all.size())));
        }
    }

    private static void collect(JsonNode node, List<ContainerNode<?>> all) {
        if (node instanceof ContainerNode<?> container) {
            if (!container.isEmpty()) {
                all.add(container);
            }
            container.forEach(each -> collect(each, all));
        }
    }

    private void damage(ContainerNode<?> node) {
        if (node instanceof ArrayNode array) {
            int index = random.nextInt(array.size());
            switch (random.nextInt(4)) {
                case 0 -> array.remove(index);
                case 1 ->
                    array.insert(index, array.get(random.nextInt(array.size())).deepCopy());
                case 2 -> array.set(index, other(array.get(index)));
                default -> array.add(other(array.get(index)));
            }
        } else if (node instanceof ObjectNode object) {
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            String name = names.get(random.nextInt(names.size()));
            switch (random.nextInt(5)) {
                case 0 -> object.remove(name);
                case 1 -> object.put("isRegEx", true).put("startIndex", random.nextInt(5) - 2);
                case 2 -> object.set(text(), object.get(name));
                default -> object.set(name, other(object.get(name)));
            }
        }
    }

    private String text() {
        return TEXTS.get(random.nextInt(TEXTS.size()));
    }

    /** Returns another value, of the same type more often than not. */
    private JsonNode other(JsonNode node) {
        if (node.isTextual() && random.nextInt(4) > 0) {
            return TextNode.valueOf(text());
        }
        return switch (random.nextInt(7)) {
            case 0 -> JSON.nullNode();
            case 1 -> JSON.getNodeFactory().numberNode(random.nextBoolean() ? -1 : Long.MAX_VALUE);
            case 2 -> JSON.getNodeFactory().booleanNode(random.nextBoolean());
            case 3 -> JSON.createArrayNode();
            case 4 -> JSON.createObjectNode();
            case 5 -> JSON.createArrayNode().add(node.deepCopy());
            default -> TextNode.valueOf(text());
        };
    }
}
