package org.tipstats.validate.findings;

import com.ibm.icu.text.ListFormatter;
import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.tipstats.files.csv.CellText;
import org.tipstats.vocabulary.schema.Attribute;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.CodeList;
import org.tipstats.vocabulary.schema.DataStructure;
import org.tipstats.vocabulary.schema.Dimension;

/**
 * Makes the sentences of findings in one language. In a language that is written from right to left, each text that is
 * put into a sentence is isolated, so that codes and values read as they stand in the file. Not for several threads.
 */
public final class Sentences {

    /** Starts a text whose direction is its own. */
    static final char ISOLATE = '\u2068';
    /** Ends it. */
    static final char POP = '\u2069';

    private static final String CHOICES = "choices";

    private final RuleTexts texts;
    private final DataStructure structure;
    private final Writing writing;
    private final ListFormatter or;
    private final boolean isolating;
    private final Map<String, Format> formats = new HashMap<>();

    /** A pattern made ready. @param words the parameters that choose between texts, so that they are words of ours */
    private record Format(MessageFormat message, Set<String> words) {

        private static final Pattern SELECT = Pattern.compile("\\{\\s*(\\w+)\\s*,\\s*select\\b");

        static Format of(String pattern, ULocale locale) {
            Set<String> words = SELECT.matcher(pattern)
                    .results()
                    .map(found -> found.group(1))
                    .collect(Collectors.toUnmodifiableSet());
            return new Format(new MessageFormat(pattern, locale), words);
        }
    }

    /** @param structure whose code lists give names to suggested codes */
    public Sentences(RuleTexts texts, DataStructure structure) {
        this(texts, structure, false);
    }

    /**
     * Sentences in which what comes from the file stands between {@link #ISOLATE} and {@link #POP}, so that it can be
     * told from ours; in itself it has neither.
     */
    static Sentences isolating(RuleTexts texts, DataStructure structure) {
        return new Sentences(texts, structure, true);
    }

    private Sentences(RuleTexts texts, DataStructure structure, boolean isolating) {
        this.texts = texts;
        this.isolating = isolating;
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
        Format format = formats.computeIfAbsent(
                pattern, p -> Format.of(isolating ? p : writing.isolatingArguments(p), writing.locale()));
        Map<String, Object> arguments = arguments(finding);
        if (isolating) {
            arguments.replaceAll((name, value) -> format.words.contains(name) ? value : isolated(name, value));
        }
        return format.message.format(arguments).strip();
    }

    private static Object isolated(String name, Object value) {
        return value instanceof String text && !text.isEmpty() && !name.equals(CHOICES) ? isolated(text) : value;
    }

    /** A text from the file, made visible and put between the two signs. */
    static String isolated(String text) {
        return ISOLATE + VisibleText.of(text) + POP;
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
        return arguments;
    }

    /** A suggested code with its name, or the suggestion alone. */
    private String named(String suggestion, Finding finding) {
        String shown = isolating ? isolated(suggestion) : writing.isolated(suggestion);
        return codes(finding)
                .flatMap(list -> list.find(suggestion))
                .map(Code::name)
                .map(name -> name.in(texts.language()))
                .filter(name -> !name.isEmpty())
                .map(name -> writing.named(shown, name))
                .orElse(shown);
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
