package org.tipstats.sdmx.artefact;

import java.util.Arrays;
import java.util.Optional;

/** The kinds of maintainable artefacts that the service has, in the words of SDMX. */
public enum ArtefactType {
    AGENCY_SCHEME("agencyscheme", "agencySchemes", "base.AgencyScheme", "agencies", "Agency"),
    DATA_PROVIDER_SCHEME(
            "dataproviderscheme", "dataProviderSchemes", "base.DataProviderScheme", "dataProviders", "DataProvider"),
    DATAFLOW("dataflow", "dataflows", "datastructure.Dataflow", null, null),
    CATEGORY_SCHEME("categoryscheme", "categorySchemes", "categoryscheme.CategoryScheme", "categories", "Category"),
    CATEGORISATION("categorisation", "categorisations", "categoryscheme.Categorisation", null, null),
    CODE_LIST("codelist", "codelists", "codelist.Codelist", "codes", "Code"),
    CONCEPT_SCHEME("conceptscheme", "conceptSchemes", "conceptscheme.ConceptScheme", "concepts", "Concept"),
    DATA_STRUCTURE("datastructure", "dataStructures", "datastructure.DataStructure", null, null),
    DATA_CONSTRAINT("dataconstraint", "dataConstraints", "registry.DataConstraint", null, null),
    PROVISION_AGREEMENT("provisionagreement", "provisionAgreements", "registry.ProvisionAgreement", null, null);

    private final String word;
    private final String plural;
    private final String urnClass;
    private final String items;
    private final String itemClass;

    ArtefactType(String word, String plural, String urnClass, String items, String itemClass) {
        this.word = word;
        this.plural = plural;
        this.urnClass = urnClass;
        this.items = items;
        this.itemClass = itemClass;
    }

    /** The word of the REST interface, version 2. */
    public String word() {
        return word;
    }

    /** The member of an SDMX-JSON 2.0 message that lists artefacts of this type. */
    public String plural() {
        return plural;
    }

    /** The member that lists the items of a scheme, or null where artefacts of this type are none. */
    String items() {
        return items;
    }

    /** The class of the items of a scheme, as URNs and XML call it. */
    String itemClass() {
        return itemClass;
    }

    /** The package of the class, as URNs have it. */
    String urnPackage() {
        return urnClass.substring(0, urnClass.indexOf('.'));
    }

    /** The name of the class, as URNs have it. */
    String className() {
        return urnClass.substring(urnClass.indexOf('.') + 1);
    }

    /** Whether its artefacts have versions; schemes of organisations are always the present ones. */
    boolean isVersioned() {
        return this != AGENCY_SCHEME && this != DATA_PROVIDER_SCHEME;
    }

    /** What version 2.1 of the standard calls the class. */
    String className21() {
        return this == DATA_CONSTRAINT ? "ContentConstraint" : className();
    }

    /** The type that a word of the REST interface means. */
    public static Optional<ArtefactType> named(String word) {
        return Arrays.stream(values()).filter(type -> type.word.equals(word)).findFirst();
    }

    /** The type of the artefact, or of the scheme of the item, that a URN names. */
    static Optional<ArtefactType> ofClass(String className) {
        return Arrays.stream(values())
                .filter(type -> type.className().equals(className)
                        || type.className21().equals(className)
                        || className.equals(type.itemClass))
                .findFirst();
    }
}
