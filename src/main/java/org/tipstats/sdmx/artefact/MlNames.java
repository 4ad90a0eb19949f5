package org.tipstats.sdmx.artefact;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import org.tipstats.sdmx.artefact.StructureMessage.ReaderLanguages;

/** Writes annotations, names and descriptions. In every element that has these parts, they come first. */
record MlNames(XmlOutput xml, ReaderLanguages languages, MlVersion version) {

    /**
     * Writes the texts of an artefact or item.
     *
     * @param whole whether to write annotations and descriptions in addition to the name
     */
    void write(JsonNode thing, boolean whole) throws IOException {
        if (whole) {
            writeAnnotations(thing);
        }
        writeTexts("com:Name", thing, "name");
        if (whole) {
            writeTexts("com:Description", thing, "description");
        }
    }

    void writeAnnotations(JsonNode thing) throws IOException {
        List<JsonNode> annotations = Artefact.publicAnnotations(thing);
        if (annotations.isEmpty()) {
            return;
        }
        xml.open("com:Annotations");
        for (JsonNode annotation : annotations) {
            xml.open("com:Annotation", "id", annotation.path("id").asText(null));
            String title = annotation.path("title").asText(null);
            String value = annotation.path("value").asText(null);
            // Version 2.1 has no element for the value of an annotation. If there is no title, the value becomes the
            // title.
            element("com:AnnotationTitle", version == MlVersion.V21 && title == null ? value : title);
            element("com:AnnotationType", annotation.path("type").asText(null));
            writeTexts("com:AnnotationText", annotation, "text");
            if (version == MlVersion.V30) {
                element("com:AnnotationValue", value);
            }
            xml.close();
        }
        xml.close();
    }

    private void element(String name, String text) throws IOException {
        if (text != null) {
            xml.text(name, text);
        }
    }

    private void writeTexts(String element, JsonNode thing, String member) throws IOException {
        for (var text : languages.wanted(thing, member).entrySet()) {
            xml.text(element, text.getValue(), "xml:lang", text.getKey());
        }
    }
}
