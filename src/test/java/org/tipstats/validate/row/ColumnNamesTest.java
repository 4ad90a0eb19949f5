package org.tipstats.validate.row;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tipstats.validate.rule.Given;
import org.tipstats.vocabulary.names.Bundle;
import org.tipstats.vocabulary.names.CellText;
import org.tipstats.vocabulary.schema.Role;

/** Tests headers as national tables have them, in the six languages. */
class ColumnNamesTest {

    private static String suggestions(String dataflow, String header) {
        return Given.file(header + "\nAUT,1,2,3,4,5,6\n").to(dataflow).findings().stream()
                .filter(finding -> finding.rule().equals("unknown-column"))
                .map(finding -> String.join("|", finding.suggestions()))
                .collect(Collectors.joining(" "));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Country,Year,Gender,Age group,Type of exploitation,Number of victims,COMMENT
            Pays,Année,Genre,Tranche d'âge,Type d'exploitation,Nombre de victimes,COMMENT
            PAÍS,AÑO,GÉNERO,GRUPO DE EDAD,TIPO DE EXPLOTACIÓN,NÚMERO DE VÍCTIMAS,COMMENT
            Страна,Год,Гендер,Возрастная группа,Вид эксплуатации,Число жертв,COMMENT
            البلد,السنة,النوع,الفئة العمرية,نوع الاستغلال,عدد الضحايا,COMMENT
            国家,年份,性别代码,年龄组,剥削类型,被害人人数,COMMENT
            Nom du pays,Année de référence,Sexe,Âge,Forme d'exploitation,Effectif,COMMENT
            Código del país,Año de referencia,Sexo,Edad,Forma de explotación,Recuento,COMMENT
            Название страны,Отчётный год,Пол,Возраст,Форма эксплуатации,Количество,COMMENT
            اسم الدولة,العام,الجنس,العمر,شكل الاستغلال,العدد,COMMENT
            国家或地区,年度,性别,年龄,剥削形式,人数,COMMENT
            """)
    void headingsOfVictimsAreKnown(String header) {
        assertEquals("REF_AREA TIME_PERIOD SEX AGE EXPLOITATION OBS_VALUE", suggestions("VICTIMS", header));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Nationality,Country of citizenship,REF_AREA,TIME_PERIOD,OBS_VALUE,SEX
            Pays de nationalité,Nationalité,REF_AREA,TIME_PERIOD,OBS_VALUE,SEX
            Nacionalidad,Ciudadanía,REF_AREA,TIME_PERIOD,OBS_VALUE,SEX
            Страна гражданства,Гражданство,REF_AREA,TIME_PERIOD,OBS_VALUE,SEX
            بلد الجنسية,الجنسية,REF_AREA,TIME_PERIOD,OBS_VALUE,SEX
            国籍国,国籍,REF_AREA,TIME_PERIOD,OBS_VALUE,SEX
            """)
    void headingsOfCitizenshipAreKnown(String header) {
        assertEquals("CITIZENSHIP CITIZENSHIP", suggestions("VICTIMS_CITIZENSHIP", header));
    }

    @Test
    void aHeadingMeansOneComponentOnly() {
        Map<String, String> roles = new HashMap<>();
        Bundle.entries(ColumnNames.class, "column-names.properties").forEach((role, names) -> {
            Role.valueOf(role);
            Set<String> folded =
                    List.of(names.split(";")).stream().map(CellText::fold).collect(Collectors.toSet());
            folded.forEach(name -> assertNull(roles.put(name, role), name));
        });
    }
}
