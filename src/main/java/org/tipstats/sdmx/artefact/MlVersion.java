package org.tipstats.sdmx.artefact;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import org.tipstats.sdmx.artefact.StructureMessage.Header;

/** A version of SDMX-ML, with the namespaces and the form of references of this version. */
public enum MlVersion {
    V21("2_1"),
    V30("3_0");

    private static final String BASE = "http://www.sdmx.org/resources/sdmxml/schemas/v";

    private final String number;

    MlVersion(String number) {
        this.number = number;
    }

    /** Returns the namespace of a part of the standard, for example {@code message} or {@code data/generic}. */
    public String namespace(String part) {
        return BASE + number + "/" + part;
    }

    /** Writes the first elements of a header, which are the same in every message. */
    public void writeHeader(XmlOutput xml, Header header) throws IOException {
        xml.text("mes:ID", header.id());
        xml.text("mes:Test", "false");
        xml.text("mes:Prepared", header.prepared());
        xml.empty("mes:Sender", "id", header.sender());
    }

    /** Writes a reference to an artefact or an item: a {@code Ref} element in version 2.1, a URN in version 3.0. */
    void writeReference(XmlOutput xml, String element, JsonNode reference) throws IOException {
        Urn urn = Urn.of(reference.asText());
        if (this == V30) {
            xml.text(element, urn.toString());
            return;
        }
        xml.open(element);
        if (urn.item() == null) {
            xml.open("Ref", "id", urn.id(), "version", urn.version(), "agencyID", urn.agency());
        } else {
            xml.open("Ref", "id", urn.item());
            xml.attribute("maintainableParentID", urn.id());
            xml.attribute("maintainableParentVersion", urn.version());
            xml.attribute("agencyID", urn.agency());
        }
        xml.attribute("package", urn.packageName()).attribute("class", urn.className());
        xml.close().close();
    }
}
