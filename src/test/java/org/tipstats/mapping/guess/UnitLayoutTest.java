package org.tipstats.mapping.guess;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Units of figures, in their names or nowhere, and ages. See {@link LayoutTest} for the families of layouts. */
class UnitLayoutTest {

    @Test
    void aUnitInTheNameOfFiguresIsNotAskedAbout() {
        for (String name : List.of(
                "Detected victims of human trafficking (number) [16.2.2]",
                "Выявленные жертвы торговли людьми (число)",
                "Жертвы торговли людьми, человек",
                "İnsan ticareti mağdurları (adet)",
                "Opfer von Menschenhandel (Anzahl)",
                "Victimes de la traite (nombre)",
                "Víctimas de trata (número)",
                "ضحايا الاتجار بالأشخاص (عدد)",
                "人口贩运受害者（人数）")) {
            assertEquals(false, questions(name + "|2018|2019\nTotal|5|6").contains("unit"), name);
            assertEquals(false, questions("Year|" + name + "\n2018|5\n2019|6").contains("unit"), name);
            assertEquals(
                    false,
                    questions("Year|SERIES|Value\n2018|" + name + "|5\n2019|" + name + "|6")
                            .contains("unit"),
                    name);
            assertEquals(
                    false,
                    questions(name + "\nYear|Women|Men\n2018|5|6\n2019|7|8").contains("unit"),
                    name);
        }
    }

    @Test
    void aUnitThatNothingShowsIsAskedAbout() {
        for (String table : List.of(
                "Victims of trafficking|2018|2019\nWomen|5|6",
                "Victims of trafficking (rate)|2018|2019\nWomen|5|6",
                "Victims of trafficking (thousands)|2018|2019\nWomen|5|6",
                "Victims of trafficking (number)\n|2018|2019\nWomen|5|6\nRate per 100,000 population|3|4",
                "Year|Victims of trafficking (number)|Victims assisted\n2018|5|6",
                "Victims of trafficking, number and rate|2018|2019\nWomen|5|6")) {
            assertEquals(true, questions(table).contains("unit"), table);
        }
    }

    @Test
    void agesInArabicDigits() {
        InventedTable table = InventedTable.of(
                        "Victims of trafficking\nYear|Age|Value\n2021|\u0660-\u0661\u0667|12\n2021|\u0661\u0668+|7")
                .victims();
        assertEquals("_T Y0T17 _T 2021 = 12 C3\n_T Y_GE18 _T 2021 = 7 C4", table.figures());
    }

    @Test
    void aPercentageAmongCountsMakesNoRatesOfThem() {
        String years = "Victims of trafficking\nYear|Total|Women|Men\n2018|12|7|5\n2019|9|6|";
        InventedTable counts = InventedTable.of(years + "100%").victims();
        assertEquals("", counts.refusals());
        assertEquals(
                "F _T _T 2018 = 7 C3\nF _T _T 2019 = 6 C4\nM _T _T 2018 = 5 D3\n_T _T _T 2018 = 12 B3\n_T _T _T 2019 = 9 B4",
                counts.figures());
        assertEquals(
                Set.of("label", "percent"), counts.guess().ledger().leftOut().keySet());
        String rates = "Victims of trafficking\nYear|Total|Women|Men\n2018|100%|58%|42%\n2019|100%|0|100%";
        assertEquals("", InventedTable.of(rates).victims().figures());
    }

    private static String questions(String table) {
        return InventedTable.of(table).questions();
    }
}
