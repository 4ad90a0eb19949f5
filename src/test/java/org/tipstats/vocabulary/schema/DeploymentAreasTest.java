package org.tipstats.vocabulary.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A group of areas that a deployment adds beside M49. */
class DeploymentAreasTest {

    private static List<String> ids(List<Code> codes) {
        return codes.stream().map(Code::id).toList();
    }

    @Test
    void itsChildrenAndDescendantsAreItsMembersInTheOrderOfTheList() {
        CodeList areas = SchemasWithGroup.load().areas();
        Code group = areas.find(SchemasWithGroup.ID).orElseThrow();

        List<String> inOrder = ids(areas.codes()).stream()
                .filter(SchemasWithGroup.MEMBERS::contains)
                .toList();
        assertEquals(inOrder, ids(areas.children(group)));
        assertEquals(inOrder, ids(areas.descendants(group)));
        assertEquals(List.of(), areas.ancestors(group));
        assertFalse(areas.isLeaf(group));
        assertEquals(List.of(group), areas.areaGroups("GROUP"));
    }

    @Test
    void anAreaStaysInItsRegionsAndIsInTheGroupToo() {
        CodeList areas = SchemasWithGroup.load().areas();
        Code nauru = areas.find("NRU").orElseThrow();

        assertEquals(List.of("057", "009", "001", SchemasWithGroup.ID), ids(areas.ancestors(nauru)));
        assertEquals(List.of("057", "009", "001"), ids(areas.broader(nauru)));
        assertEquals(List.of(SchemasWithGroup.ID), ids(areas.groupsOf(nauru)));
        assertEquals(List.of(), areas.groupsOf(areas.find("AUT").orElseThrow()));
    }

    @Test
    void theWorldAndItsRegionsStayAsTheyAre() {
        CodeList shipped = ChangedSchemas.with("CL_AREA.json", "World", "World").areas();
        CodeList areas = SchemasWithGroup.load().areas();
        for (Code region : shipped.codes()) {
            assertEquals(
                    ids(shipped.descendants(region)),
                    ids(areas.descendants(areas.find(region.id()).orElseThrow())));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GROUP | NRU XYZ | | G names XYZ, which is no code of the list. Correct the id in MEMBERS.",
                "GROUP | NRU 150 | | G names the group 150. Name the areas of 150 in MEMBERS.",
                "GROUP | NRU,NRU | | G names NRU twice. Remove one of them from MEMBERS.",
                "GROUP | ',' | | G is a GROUP without areas. Name them in the annotation MEMBERS.",
                "GROUP | NRU | 150 | G is a GROUP and has a parent. Remove the parent: a GROUP is in no region.",
                "REGION | NRU | 001 | G has MEMBERS but is no GROUP. Set its annotation AREA_GROUP to GROUP, or remove MEMBERS."
            })
    void aFaultNamesTheFileThePlaceAndTheRemedy(String kind, String members, String parent, String fault) {
        String code = SchemasWithGroup.code("G", parent, "AREA_GROUP", kind, "MEMBERS", members);
        SchemaException refused = assertThrows(SchemaException.class, () -> SchemasWithGroup.load(code));

        assertTrue(refused.getMessage().contains("CL_AREA.json /data/codelists/0/codes/0: "), refused::getMessage);
        assertTrue(refused.getMessage().endsWith(fault), refused::getMessage);
    }

    @Test
    void aGroupIsNoParent() {
        String group = SchemasWithGroup.code("G", null, "AREA_GROUP", "GROUP", "MEMBERS", "NRU");
        String area = SchemasWithGroup.code("A", "G");
        SchemaException refused = assertThrows(SchemaException.class, () -> SchemasWithGroup.load(group, area));

        assertTrue(
                refused.getMessage()
                        .endsWith("/codes/1: A has the GROUP G as its parent. Name A in MEMBERS of G instead."),
                refused::getMessage);
    }

    @Test
    void aGroupWithoutTheAnnotationHasNoAreas() {
        String group = SchemasWithGroup.code("G", null, "AREA_GROUP", "GROUP");
        SchemaException refused = assertThrows(SchemaException.class, () -> SchemasWithGroup.load(group));

        assertTrue(refused.getMessage().contains("G is a GROUP without areas"), refused::getMessage);
    }
}
