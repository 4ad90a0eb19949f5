package org.tipstats.mapping.guess;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Titles that name some of the victims by what the dataflow lacks, or people who are no victims at all. */
class NarrowTitleTest {

    private static final String FIGURES = "\n|2019\nTotal|10\nWomen|6\nMen|4";

    private static String left(String table) {
        InventedTable victims = InventedTable.of(table).victims();
        assertEquals("", victims.figures());
        Map<String, ?> left = victims.guess().ledger().leftOut();
        return String.join(" ", left.keySet()).replace("label", "").strip();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Foreign victims of trafficking",
                "Table 3. Foreign victims of trafficking in Austria",
                "Assisted victims of trafficking",
                "Victims of trafficking aged 15-24",
                "Victims of trafficking aged 18-24",
                "Victims of trafficking under 15 years",
                "Victimes de la traite âgées de 15 à 24 ans",
                "Víctimas de trata de 15 a 24 años",
                "Жертвы торговли людьми в возрасте 15-24 лет",
                "ضحايا الاتجار بالأشخاص من 15 إلى 24 سنة",
                "15至24岁人口贩运受害者",
                "Opfer von Menschenhandel im Alter von 15 bis 24 Jahren"
            })
    void theyAreNotAllVictims(String title) {
        assertEquals("breakdown", left(title + FIGURES));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Roma women identified as victims",
                "Roma women",
                "Victims of forced begging in the north",
                "Victims of trafficking in Vienna",
                "Victims of trafficking excluding children",
                "Women and children: victims of trafficking",
                "Minors: victims under 16 years",
                "Victimes de la traite hébergées en foyer",
                "Víctimas de trata indígenas",
                "Жертвы торговли людьми в Бишкеке",
                "北部人口贩运受害者"
            })
    void whetherTheyNameOnlySomeVictimsIsAsked(String title) {
        InventedTable table = InventedTable.of(title + ", 2019" + FIGURES).victims();
        assertEquals("title:" + title + ",", table.questions());
        assertEquals("", table.figures());
        assertEquals(true, table.answer("title:" + title + ",", "all").figures().contains("_T _T _T 2019 = 10 B3"));
        assertEquals(
                "breakdown 3, label 1",
                table.answer("title:" + title + ",", "some").leftOut());
    }

    @Test
    void aTextAboveRowsIsAskedLikeATitle() {
        assertEquals(
                "title:Roma women",
                InventedTable.of("|2019\nRoma women|\nVictims|10").victims().questions());
    }

    @Test
    void capitalsOfATitleMakeNoDifference() {
        InventedTable table = InventedTable.of("VICTIMS IN THE NORTH" + FIGURES).victims();
        assertEquals("", table.answer("title:Victims in the north", "all").questions());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sex of victims at identification",
                "Sex of victims when registered",
                "Sexe des victimes au moment des faits",
                "Пол жертвы на момент выявления",
                "Geschlecht der Opfer zum Tatzeitpunkt"
            })
    void aHeadingThatNamesAComponentIsNotAskedAbout(String heading) {
        InventedTable table = InventedTable.of("Trafficking\n" + heading + "|2019\nTotal|10\nWomen|6\nMen|4")
                .victims();
        assertEquals("", table.questions());
        assertEquals(3, table.figures().lines().count());
    }

    @Test
    void theQuestionNamesTheCellOfAHeading() {
        InventedTable table = InventedTable.of("Trafficking\nAge|Victims in the north 2019\nY0T17|3")
                .victims();
        assertEquals(
                List.of("B2"),
                table.guess().decisions().stream()
                        .filter(decision -> decision.kind().equals("title"))
                        .findFirst()
                        .orElseThrow()
                        .cells());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Smuggled migrants",
                "Smuggling of migrants",
                "Trafic illicite de migrants",
                "Tráfico ilícito de migrantes",
                "Незаконный ввоз мигрантов",
                "تهريب المهاجرين",
                "偷运移民",
                "Geschleuste Personen",
                "प्रवासियों की तस्करी"
            })
    void smuggledMigrantsAreNoVictims(String title) {
        assertEquals("other-subject", left(title + FIGURES));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Trafficking in persons and smuggling of migrants",
                "Identified victims of trafficking, preliminary data",
                "Table 3-5. Victims of trafficking",
                "Victims of trafficking in the last 5 years",
                "Table 1.2. Victims of trafficking, years 2019-2023",
                "Table 5. Victims of trafficking over the years 2019-2023",
                "Victims of trafficking over the last 5 years",
                "Cuadro 1.2. Víctimas de trata de personas, años 2019-2023",
                "Таблица 1.2. Число жертв торговли людьми на конец 2023 года",
                "Число потерпевших от торговли людьми по состоянию на 01.01.2024 года",
                "Потерпевшие от торговли людьми за 12 месяцев 2023 года",
                "Число жертв торговли людьми до 31 декабря 2023 года",
                "National and foreign victims of trafficking",
                "Annual report of the ministry",
                "Ministry of Women and Children",
                "Source: police registers of victims",
                "Statistics on victims of trafficking registered by the police in Austria, as of 1 March",
                "Répartition des victimes de la traite selon le sexe",
                "Víctimas de trata: datos de la policía",
                "Сведения о потерпевших от торговли людьми",
                "إحصاءات ضحايا الاتجار بالأشخاص",
                "人口贩运受害者统计",
                "Note: Child victims are persons under 15 years"
            })
    void otherTitlesNarrowNothing(String title) {
        assertEquals(
                "F _T _T 2019 = 6 B4\nM _T _T 2019 = 4 B5\n_T _T _T 2019 = 10 B3",
                InventedTable.of(title + FIGURES).victims().figures());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Trafficking\nYear|Foreign victims\n2019|3",
                "Trafficking\nYear|Victims aged 15-24\n2019|3",
                "Trafficking|2019\nVictims aged 15-24|3"
            })
    void theSameHoldsForColumnsAndRows(String table) {
        assertEquals("breakdown", left(table));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Trafficking\nYear|Roma victims\n2019|3",
                "Trafficking\nRoma victims|2019\nTotal|3",
                "Trafficking\nRoma victims|2019\nWomen|3"
            })
    void aHeadingWithUnknownWordsIsAskedLikeATitle(String table) {
        InventedTable victims = InventedTable.of(table).victims();
        assertEquals("title:Roma victims", victims.questions());
        assertEquals("", victims.figures());
        assertEquals(
                1, victims.answer("title:Roma victims", "all").figures().lines().count());
        assertEquals("", victims.answer("title:Roma victims", "some").figures());
        assertEquals("", victims.questions() + victims.refusals());
    }

    @Test
    void girlsOfSomeAgesAreNotAllGirls() {
        InventedTable table =
                InventedTable.of("Victims|2019\nGirls aged 15-17 years|3").victims();
        assertEquals("ignore:A2:B2", table.questions());
        assertEquals("", table.figures());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Female victims of trafficking in Austria",
                "Female victims of trafficking registered by the police",
                "Trafficking victims in Austria: women",
                "Table 1. Women",
                "Tableau 2 : Femmes victimes de la traite",
                "Cuadro 1. Víctimas de trata, mujeres"
            })
    void aTitleMayHaveANumberAndNameTheCountry(String title) {
        assertEquals(
                "F _T _T 2019 = 6 B3",
                InventedTable.of(title + "\nYear|Victims\n2019|6").victims().figures());
    }

    @Test
    void tablesBelowEachOtherHaveTheirOwnTitles() {
        String men = "\n\nTrafficking victims in Austria: men\nYear|Forced labour|Total\n2019|3|4";
        InventedTable victims = InventedTable.of(
                        "Trafficking victims in Austria: women\nYear|Forced labour|Total\n2019|3|6" + men)
                .victims();
        assertEquals(
                "F _T LAB 2019 = 3 B3\nF _T _T 2019 = 6 C3\nM _T LAB 2019 = 3 B7\nM _T _T 2019 = 4 C7",
                victims.figures());
    }
}
