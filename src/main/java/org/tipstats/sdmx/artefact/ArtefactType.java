package org.tipstats.sdmx.artefact;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The kinds of maintainable artefacts that the service has. They have the same names as in SDMX. */
public enum ArtefactType {
    AGENCY_SCHEME("base.AgencyScheme", "agencies", "Agency"),
    DATA_PROVIDER_SCHEME("base.DataProviderScheme", "dataProviders", "DataProvider"),
    DATAFLOW("datastructure.Dataflow"),
    CATEGORY_SCHEME("categoryscheme.CategoryScheme", "categories", "Category"),
    CATEGORISATION("categoryscheme.Categorisation"),
    CODE_LIST("codelist.Codelist", "codes", "Code"),
    CONCEPT_SCHEME("conceptscheme.ConceptScheme", "concepts", "Concept"),
    DATA_STRUCTURE("datastructure.DataStructure"),
    DATA_CONSTRAINT("registry.DataConstraint"),
    PROVISION_AGREEMENT("registry.ProvisionAgreement"),
    METADATA_STRUCTURE("metadatastructure.MetadataStructure"),
    METADATAFLOW("metadatastructure.Metadataflow"),
    STRUCTURE_MAP("structuremapping.StructureMap"),
    REPRESENTATION_MAP("structuremapping.RepresentationMap");

    private static final Set<ArtefactType> AFTER_VERSION_21 =
            EnumSet.of(METADATA_STRUCTURE, METADATAFLOW, STRUCTURE_MAP, REPRESENTATION_MAP);

    private final String urnClass;
    private final String items;
    private final String itemClass;

    ArtefactType(String urnClass) {
        this(urnClass, null, null);
    }

    ArtefactType(String urnClass, String items, String itemClass) {
        this.urnClass = urnClass;
        this.items = items;
        this.itemClass = itemClass;
    }

    /** Returns the name of this type in the paths of version 2 of the REST interface. */
    public String word() {
        return className().toLowerCase(Locale.ROOT);
    }

    /** Returns the name of the member of an SDMX-JSON 2.0 message that lists artefacts of this type. */
    public String plural() {
        return className().substring(0, 1).toLowerCase(Locale.ROOT)
                + className().substring(1) + "s";
    }

    /** Returns the name of the member that lists the items of a scheme, or null if this type is not a scheme. */
    String items() {
        return items;
    }

    /** Returns the class of the items of a scheme, as used in URNs and XML, or null if this type is not a scheme. */
    String itemClass() {
        return itemClass;
    }

    /** Returns the name of the package of the class, as used in URNs. */
    String urnPackage() {
        return urnClass.substring(0, urnClass.indexOf('.'));
    }

    /** Returns the name of the class of artefacts of this type, as used in URNs. */
    String className() {
        return urnClass.substring(urnClass.indexOf('.') + 1);
    }

    /**
     * Returns whether artefacts of this type have versions. Schemes of organisations have no versions, only a current
     * state.
     */
    boolean isVersioned() {
        return this != AGENCY_SCHEME && this != DATA_PROVIDER_SCHEME;
    }

    /**
     * Returns whether messages of version 2.1 of the standard can hold our artefacts of this type. Version 2.1 has no
     * place for maps of several components, and puts the targets into metadata structures, not into metadataflows.
     */
    boolean isInVersion21() {
        return !AFTER_VERSION_21.contains(this);
    }

    /** Returns the name of the class of artefacts of this type in version 2.1 of the standard. */
    String className21() {
        return this == DATA_CONSTRAINT ? "ContentConstraint" : className();
    }

    /**
     * Finds the type that has this name in paths of version 2 of the REST interface. Returns empty if there is no such
     * type.
     */
    public static Optional<ArtefactType> named(String word) {
        return Arrays.stream(values()).filter(type -> type.word().equals(word)).findFirst();
    }

    /**
     * Finds the type of artefact for the name of a class in a URN. If the class is a class of items, returns the type
     * of the schemes that contain such items. Also accepts the class names of version 2.1 of the standard.
     */
    static Optional<ArtefactType> ofClass(String className) {
        return Arrays.stream(values())
                .filter(type -> type.className().equals(className)
                        || type.className21().equals(className)
                        || className.equals(type.itemClass))
                .findFirst();
    }
}
