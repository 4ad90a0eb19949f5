package org.tipstats.report;

import com.ibm.icu.text.ListFormatter;
import com.ibm.icu.text.MessageFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    private final RuleTexts texts;
    private final DataStructure structure;
    private final Writing writing;
    private final ListFormatter or;
    private final Map<String, MessageFormat> formats = new HashMap<>();

    /** @param structure whose code lists give names to suggested codes */
    public Sentences(RuleTexts texts, DataStructure structure) {
        this.texts = texts;
        this.structure = structure;
        this.writing = Writing.of(texts.language());
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
                "choices",
                or.format(choices.stream().map(c -> named(c, finding)).toList()));
        arguments.putAll(finding.parameters());
        return arguments;
    }

    /** A suggested code with its name, or the suggestion alone. */
    private String named(String suggestion, Finding finding) {
        return codes(finding)
                .flatMap(list -> list.find(suggestion))
                .map(Code::name)
                .map(name -> name.in(texts.language()))
                .filter(name -> !name.isEmpty())
                .map(name -> writing.named(suggestion, name))
                .orElseGet(() -> writing.isolated(suggestion));
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
