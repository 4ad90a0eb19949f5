package org.tipstats.mapping.guess;

import java.util.List;
import java.util.Random;

/** The words of a table in one of seven languages. */
record RandomWords(List<String> all) {

    private static final List<String> CODES = List.of("F", "M", "_U", "_T", "Y0T17", "Y_GE18", "SEX", "LAB");

    /** The words of the codes, then year, sex, age, form, the title, and region. */
    private static final List<String> LANGUAGES = List.of(
            "Women|Men|Unknown|Total|Under 18|Adults|Sexual exploitation|Forced labour|"
                    + "Year|Sex|Age group|Form of exploitation|Victims of trafficking in persons|Region",
            "Femmes|Hommes|Inconnu|Total|Mineurs|Adultes|Exploitation sexuelle|Travail forcé|"
                    + "Année|Sexe|Âge|Forme d'exploitation|Victimes de la traite des personnes|Région",
            "Mujeres|Hombres|Desconocido|Total|Menores de edad|Adultos|Explotación sexual|Trabajo forzoso|"
                    + "Año|Sexo|Edad|Forma de explotación|Víctimas de la trata de personas|Región",
            "женщины|мужчины|неизвестно|всего|несовершеннолетние|взрослые|сексуальная эксплуатация|принудительный труд|"
                    + "Год|Пол|Возраст|Форма эксплуатации|Жертвы торговли людьми|Регион",
            "إناث|ذكور|غير معروف|المجموع|الأطفال|البالغون|الاستغلال الجنسي|العمل القسري|"
                    + "السنة|الجنس|العمر|شكل الاستغلال|ضحايا الاتجار بالأشخاص|المنطقة",
            "女性|男性|未知|总计|儿童|成年人|性剥削|强迫劳动|" + "年份|性别|年龄|剥削形式|人口贩运受害者|地区",
            "Frauen|Männer|Unbekannt|Insgesamt|Minderjährige|Erwachsene|Sexuelle Ausbeutung|Zwangsarbeit|"
                    + "Jahr|Geschlecht|Alter|Form der Ausbeutung|Opfer von Menschenhandel|Region");

    static RandomWords any(Random random) {
        return new RandomWords(
                List.of(LANGUAGES.get(random.nextInt(LANGUAGES.size())).split("\\|")));
    }

    String of(String code) {
        return all.get(CODES.indexOf(code));
    }

    String year() {
        return all.get(8);
    }

    String sex() {
        return all.get(9);
    }

    String age() {
        return all.get(10);
    }

    String form() {
        return all.get(11);
    }

    String title() {
        return all.get(12);
    }

    String region() {
        return all.get(13);
    }
}
