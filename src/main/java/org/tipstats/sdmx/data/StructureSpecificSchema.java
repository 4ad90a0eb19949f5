package org.tipstats.sdmx.data;

import java.io.IOException;
import java.io.OutputStream;
import org.tipstats.sdmx.artefact.MlVersion;
import org.tipstats.sdmx.artefact.XmlOutput;
import org.tipstats.vocabulary.schema.CodeList;
import org.tipstats.vocabulary.schema.DataStructure;
import org.tipstats.vocabulary.schema.DataStructure.Attribute;
import org.tipstats.vocabulary.schema.Dimension;

/**
 * Writes the XML schema of a dataflow's structure-specific data in SDMX-ML 2.1. The types in this schema restrict the
 * types of the standard.
 */
public final class StructureSpecificSchema {

    public static final String MEDIA_TYPE = "application/vnd.sdmx.schema+xml;version=2.1";

    /** The URL of the XML schemas of the standard. */
    private static final String OFFICIAL = "https://registry.sdmx.org/schemas/v2_1/";

    private final DataMessage message;
    private final DataStructure structure;
    private final XmlOutput xml;

    private StructureSpecificSchema(DataMessage message, OutputStream out) throws IOException {
        this.message = message;
        this.structure = message.dataflow().structure();
        this.xml = new XmlOutput(out);
    }

    /**
     * Writes the schema for messages that have the structure of the given message and its dimension at observation
     * level. Leaves the stream open.
     */
    public static void write(DataMessage message, OutputStream out) throws IOException {
        new StructureSpecificSchema(message, out).write();
    }

    private void write() throws IOException {
        String own = message.structureUrn() + ":ObsLevelDim:" + message.dimensionAtObservation();
        xml.open("xs:schema", "xmlns:xs", "http://www.w3.org/2001/XMLSchema", "xmlns", own, "targetNamespace", own);
        xml.attribute("xmlns:dsd", MlVersion.V21.namespace("data/structurespecific"));
        xml.attribute("xmlns:common", MlVersion.V21.namespace("common"));
        xml.attribute("elementFormDefault", "unqualified").attribute("attributeFormDefault", "unqualified");
        writeImport("data/structurespecific", "SDMXDataStructureSpecific.xsd");
        writeImport("common", "SDMXCommon.xsd");
        for (CodeList list : structure.codeLists().values()) {
            writeCodes(list);
        }
        writeDataSet();
        if (!message.isFlat()) {
            writeSeries();
        }
        writeObservation();
        xml.end();
    }

    private void writeImport(String part, String file) throws IOException {
        xml.empty("xs:import", "namespace", MlVersion.V21.namespace(part), "schemaLocation", OFFICIAL + file);
    }

    private void writeCodes(CodeList list) throws IOException {
        xml.open("xs:simpleType", "name", list.id()).open("xs:restriction", "base", "xs:string");
        for (var code : list.codes()) {
            xml.empty("xs:enumeration", "value", code.id());
        }
        xml.close().close();
    }

    private void openType(String name) throws IOException {
        xml.open("xs:complexType", "name", name).open("xs:complexContent");
        xml.open("xs:restriction", "base", "dsd:" + name).open("xs:sequence");
        xml.empty("xs:element", "ref", "common:Annotations", "minOccurs", "0");
    }

    private void writeDataSet() throws IOException {
        openType("DataSetType");
        xml.empty("xs:element", "name", "DataProvider", "type", "common:DataProviderReferenceType", "minOccurs", "0");
        String part = message.isFlat() ? "Obs" : "Series";
        xml.open("xs:choice", "minOccurs", "0");
        xml.empty("xs:element", "name", part, "type", part + "Type", "maxOccurs", "unbounded");
        xml.close().close().close().close().close();
    }

    private void writeSeries() throws IOException {
        openType("SeriesType");
        xml.empty("xs:element", "name", "Obs", "type", "ObsType", "minOccurs", "0", "maxOccurs", "unbounded");
        xml.close();
        for (Dimension dimension : message.seriesDimensions()) {
            writeDimension(dimension);
        }
        xml.close().close().close();
    }

    private void writeObservation() throws IOException {
        openType("ObsType");
        xml.close();
        for (Dimension dimension : message.observationDimensions()) {
            writeDimension(dimension);
        }
        xml.empty("xs:attribute", "name", structure.measure().id(), "type", "xs:double", "use", "optional");
        for (Attribute attribute : structure.attributes()) {
            String type =
                    attribute.codes() == null ? "xs:string" : attribute.codes().id();
            xml.empty("xs:attribute", "name", attribute.id(), "type", type, "use", "optional");
        }
        xml.close().close().close();
    }

    private void writeDimension(Dimension dimension) throws IOException {
        String type = dimension.isTime()
                ? "common:ObservationalTimePeriodType"
                : dimension.codes().id();
        xml.empty("xs:attribute", "name", dimension.id(), "type", type, "use", "required");
    }
}
