package org.tipstats.vocabulary.schema;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The shipped schemas with a group of areas beside M49, as a deployment may have it: four islands of two regions. */
public final class SchemasWithGroup {

    public static final String ID = "G_ISLANDS";
    public static final List<String> MEMBERS = List.of("COM", "CPV", "KIR", "NRU");

    private static final String FILE = "CL_AREA.json";
    private static final String CODES = "\"codes\": [";

    private SchemasWithGroup() {}

    public static SchemaRegistry load() {
        return load(group("NRU, COM CPV,KIR"));
    }

    /** Returns the shipped schemas with further codes, as JSON, before the other areas. */
    static SchemaRegistry load(String... codes) {
        return ChangedSchemas.with(FILE, CODES, CODES + String.join(",", codes) + ",");
    }

    /** Returns the content of a shipped file, with the group if it is the file of the areas. */
    public static String add(String file, String text) {
        return file.endsWith(FILE) ? text.replace(CODES, CODES + group(String.join(" ", MEMBERS)) + ",") : text;
    }

    private static String group(String members) {
        return code(ID, null, "AREA_GROUP", "GROUP", "MEMBERS", members);
    }

    /** Returns a code as JSON. */
    static String code(String id, String parent, String... annotations) {
        String values = Arrays.stream(new int[] {0, 2, 4})
                .filter(i -> i < annotations.length)
                .mapToObj(i -> "{ \"type\": \"" + annotations[i] + "\", \"value\": \"" + annotations[i + 1] + "\" }")
                .collect(Collectors.joining(", "));
        String names = LocalText.LANGUAGES.stream()
                .map(language -> "\"" + language + "\": \"Four islands (" + language + ")\"")
                .collect(Collectors.joining(", "));
        return "{ \"id\": \"" + id + "\", \"name\": \"Four islands\", \"names\": { " + names + " }, "
                + (parent == null ? "" : "\"parent\": \"" + parent + "\", ") + "\"annotations\": [ " + values + " ] }";
    }
}
