package org.tipstats.sdmx.artefact;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.tipstats.vocabulary.schema.SchemaException;
import org.tipstats.vocabulary.schema.StructureMap;
import org.tipstats.vocabulary.schema.StructureMapReader;

/**
 * Reads structure maps and their representation maps from a structure message in SDMX-ML 3.0. Other artefacts are
 * skipped. The elements become SDMX-JSON, so both forms are read by the same rules. This class does not use the reader
 * of data messages, because an annotation may be longer than a cell of a table.
 */
public final class MlMapReader {

    private static final int MAX_DEPTH = 10;

    private static final Set<String> ATTRIBUTES =
            Set.of("id", "agencyID", "version", "sourcePattern", "locale", "resolvePeriod", "validFrom", "validTo");

    /** The members of SDMX-JSON for elements that become an object in a list. */
    private static final Map<String, String> OBJECTS = Map.of(
            "Annotation", "annotations",
            "ComponentMap", "componentMaps",
            "FixedValueMap", "fixedValueMaps",
            "DatePatternMap", "datePatternMaps",
            "EpochMap", "epochMaps",
            "FrequencyFormatMapping", "frequencyFormatMappings",
            "RepresentationMapping", "representationMappings");

    /** The members of SDMX-JSON for elements that become one text. */
    private static final Map<String, String> TEXTS = Map.of(
            "RepresentationMap", "representationMap",
            "AnnotationTitle", "title",
            "AnnotationType", "type",
            "AnnotationValue", "value",
            "TargetFrequencyID", "targetFrequencyID");

    /** The members of SDMX-JSON for elements that become a text in one of several languages. */
    private static final Map<String, String> TRANSLATIONS =
            Map.of("Name", "names", "Description", "descriptions", "AnnotationText", "texts");

    private final XMLStreamReader xml;
    private int depth;

    private MlMapReader(XMLStreamReader xml) {
        this.xml = xml;
    }

    /**
     * Reads a message. The caller limits the length of the stream and closes the stream.
     *
     * @throws SchemaException if the message is not XML, or if a map is not valid or not complete
     */
    public static List<StructureMap> read(InputStream in) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        ObjectNode message = JsonNodeFactory.instance.objectNode();
        try {
            new MlMapReader(factory.createXMLStreamReader(in)).read(message.putObject("data"));
        } catch (XMLStreamException e) {
            throw new SchemaException("the message is not valid XML: " + e.getMessage(), e);
        }
        return StructureMapReader.read(message);
    }

    private void read(ObjectNode data) throws XMLStreamException {
        while (xml.hasNext()) {
            boolean start = xml.next() == XMLStreamConstants.START_ELEMENT;
            if (start && xml.getLocalName().equals("StructureMap")) {
                list(data, "structureMaps").add(object());
            } else if (start && xml.getLocalName().equals("RepresentationMap")) {
                list(data, "representationMaps").add(object());
            }
        }
    }

    /** Reads the open element up to its end. */
    private ObjectNode object() throws XMLStreamException {
        if (++depth > MAX_DEPTH) {
            throw new SchemaException("the elements of a map are nested too deeply");
        }
        String name = xml.getLocalName();
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ATTRIBUTES.forEach(attribute -> {
            String value = xml.getAttributeValue(null, attribute);
            if (value != null) {
                body.put(attribute, value);
            }
        });
        while (xml.next() != XMLStreamConstants.END_ELEMENT) {
            if (xml.isStartElement()) {
                readChild(name, xml.getLocalName(), body);
            }
        }
        depth--;
        return body;
    }

    private void readChild(String parent, String name, ObjectNode body) throws XMLStreamException {
        switch (name) {
            case "Source", "Target" -> readSide(parent, name.equals("Source") ? "source" : "target", body);
            case "SourceCodelist" -> list(body, "source").addObject().put("codelist", xml.getElementText());
            case "SourceDataType" -> list(body, "source").addObject().put("dataType", xml.getElementText());
            case "TargetCodelist" -> list(body, "target").addObject().put("codelist", xml.getElementText());
            case "TargetDataType" -> list(body, "target").addObject().put("dataType", xml.getElementText());
            case "SourceValue" -> list(body, "sourceValues").add(sourceValue());
            case "TargetValue" -> list(body, "targetValues").add(xml.getElementText());
            case "Value" -> list(body, "values").add(xml.getElementText());
            case "Annotations" -> body.setAll(object());
            default -> {
                if (OBJECTS.containsKey(name)) {
                    list(body, OBJECTS.get(name)).add(object());
                } else if (TEXTS.containsKey(name)) {
                    body.put(TEXTS.get(name), xml.getElementText());
                } else if (TRANSLATIONS.containsKey(name)) {
                    String language = xml.getAttributeValue(XMLConstants.XML_NS_URI, "lang");
                    member(body, TRANSLATIONS.get(name)).put(language == null ? "en" : language, xml.getElementText());
                } else {
                    object();
                }
            }
        }
    }

    /** Reads a source or target: a reference of the map, a component of a rule, or one side of a pair of components. */
    private void readSide(String parent, String member, ObjectNode body) throws XMLStreamException {
        switch (parent) {
            case "StructureMap", "FixedValueMap" -> body.put(member, xml.getElementText());
            case "DatePatternMap" -> {
                ArrayNode pairs = list(body, "mappedComponents");
                ObjectNode pair = member.equals("source") || pairs.isEmpty()
                        ? pairs.addObject()
                        : (ObjectNode) pairs.get(pairs.size() - 1);
                pair.put(member, xml.getElementText());
            }
            default -> list(body, member).add(xml.getElementText());
        }
    }

    private ObjectNode sourceValue() throws XMLStreamException {
        ObjectNode value = JsonNodeFactory.instance.objectNode();
        String isRegEx = xml.getAttributeValue(null, "isRegEx");
        value.put("isRegEx", "true".equals(isRegEx) || "1".equals(isRegEx));
        for (String index : List.of("startIndex", "endIndex")) {
            String text = xml.getAttributeValue(null, index);
            if (text != null) {
                value.put(index, number(text));
            }
        }
        return value.put("value", xml.getElementText());
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            throw new SchemaException("the index " + text + " is not a number", e);
        }
    }

    private static ArrayNode list(ObjectNode body, String member) {
        return body.path(member) instanceof ArrayNode list ? list : body.putArray(member);
    }

    private static ObjectNode member(ObjectNode body, String member) {
        return body.path(member) instanceof ObjectNode object ? object : body.putObject(member);
    }
}
