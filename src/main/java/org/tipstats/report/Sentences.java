package org.tipstats.report;

import com.ibm.icu.text.ListFormatter;
import com.ibm.icu.text.MessageFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.tipstats.csv.CellText;
import org.tipstats.schema.Attribute;
import org.tipstats.schema.Code;
import org.tipstats.schema.CodeList;
import org.tipstats.schema.DataStructure;
import org.tipstats.schema.Dimension;

/**
 * Makes the sentences of findings in one language. In a language that is written from right to left, each text that is
 * put into a sentence is isolated, so that codes and values read as they stand in the file. Not for several threads.
 */
public final class Sentences {

    private static final String CHOICES = "choices";

    private final RuleTexts texts;
    private final DataStructure structure;
    private final Writing writing;
    private final ListFormatter or;
    private final UnaryOperator<String> shown;
    private final Map<String, MessageFormat> formats = new HashMap<>();

    /** @param structure whose code lists give names to suggested codes */
    public Sentences(RuleTexts texts, DataStructure structure) {
        this(texts, structure, Writing.of(texts.language()), UnaryOperator.identity());
    }

    /**
     * Sentences in which each text that is put into them stands between {@link Writing#ISOLATE} and {@link Writing#END},
     * whatever the language, and has neither in itself: so it can be told from what is ours.
     */
    static Sentences isolating(RuleTexts texts, DataStructure structure) {
        return new Sentences(texts, structure, Writing.isolating(texts.language()), VisibleText::of);
    }

    private Sentences(RuleTexts texts, DataStructure structure, Writing writing, UnaryOperator<String> shown) {
        this.texts = texts;
        this.structure = structure;
        this.writing = writing;
        this.shown = shown;
        this.or = ListFormatter.getInstance(writing.locale(), ListFormatter.Type.OR, ListFormatter.Width.WIDE);
    }

    /** What is wrong. */
    public String message(Finding finding) {
        return sentence(finding, "message");
    }

    /** What to do about it. */
    public String fix(Finding finding) {
        return sentence(finding, "fix");
    }

    /** What the findings of a group have in common. */
    public String message(SummaryGroup group) {
        boolean same = group.count() == 1 || group.value() != null;
        return same ? message(group.sample()) : texts.title(group.rule());
    }

    private String sentence(Finding finding, String part) {
        String variant = String.valueOf(finding.parameters().getOrDefault("variant", ""));
        String pattern = texts.pattern(finding.rule(), part, variant);
        return formats.computeIfAbsent(pattern, p -> new MessageFormat(writing.isolatingArguments(p), writing.locale()))
                .format(arguments(finding))
                .strip();
    }

    private Map<String, Object> arguments(Finding finding) {
        Map<String, Object> arguments = new HashMap<>();
        arguments.put("value", finding.value() == null ? "" : CellText.cut(finding.value()));
        arguments.put("line", String.valueOf(finding.line()));
        if (finding.column() != null) {
            arguments.put("column", finding.column().name());
            arguments.put("letter", String.valueOf(finding.column().letter()));
        }
        List<String> choices = finding.suggestions();
        arguments.put("choice", choices.isEmpty() ? "" : choices.get(0));
        arguments.put("choiceCount", choices.size());
        arguments.put(
                CHOICES, or.format(choices.stream().map(c -> named(c, finding)).toList()));
        arguments.putAll(finding.parameters());
        String named = String.valueOf(arguments.get(CHOICES));
        arguments.replaceAll((name, value) -> value instanceof String text ? shown.apply(text) : value);
        arguments.put(CHOICES, named);
        return arguments;
    }

    /** A suggested code with its name, or the suggestion alone. */
    private String named(String suggestion, Finding finding) {
        return codes(finding)
                .flatMap(list -> list.find(suggestion))
                .map(Code::name)
                .map(name -> name.in(texts.language()))
                .filter(name -> !name.isEmpty())
                .map(name -> writing.named(shown.apply(suggestion), name))
                .orElseGet(() -> writing.isolated(shown.apply(suggestion)));
    }

    private Optional<CodeList> codes(Finding finding) {
        if (finding.column() == null) {
            return Optional.empty();
        }
        String id = finding.column().name();
        return structure
                .dimension(id)
                .map(Dimension::codes)
                .or(() -> structure.attribute(id).map(Attribute::codes));
    }
}
