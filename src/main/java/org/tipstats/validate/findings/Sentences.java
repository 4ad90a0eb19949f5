package org.tipstats.validate.findings;

import com.ibm.icu.text.ListFormatter;
import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.text.MessagePattern;
import com.ibm.icu.util.ULocale;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.tipstats.vocabulary.names.CellText;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.CodeList;
import org.tipstats.vocabulary.schema.DataStructure;
import org.tipstats.vocabulary.schema.DataStructure.Attribute;
import org.tipstats.vocabulary.schema.Dimension;

/**
 * Makes the sentences of findings in one language. In a right-to-left language, each text inserted into a sentence is
 * isolated, so that codes and values read as in the file. This class is not thread-safe.
 */
public final class Sentences {

    /** First strong isolate (U+2068): the following text takes its direction from its own first letter. */
    public static final char ISOLATE = '\u2068';
    /** Pop directional isolate (U+2069): ends the isolated text. */
    public static final char POP = '\u2069';

    private static final String CHOICES = "choices";

    private final RuleTexts texts;
    private final DataStructure structure;
    private final Typography writing;
    private final ListFormatter or;
    private final boolean isolating;
    private final Map<String, Format> formats = new HashMap<>();

    /**
     * A parsed message pattern.
     *
     * @param words the parameters that only select a text; their values come from this service, not from a file
     */
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

    /** @param structure the structure whose code lists give the names of suggested codes */
    public Sentences(RuleTexts texts, DataStructure structure) {
        this(texts, structure, false);
    }

    /**
     * Returns an object whose sentences enclose the parts from the file between {@link #ISOLATE} and {@link #POP}, so
     * that a form can distinguish these parts from the text of this service. The parts themselves contain neither
     * character.
     */
    public static Sentences isolating(RuleTexts texts, DataStructure structure) {
        return new Sentences(texts, structure, true);
    }

    private Sentences(RuleTexts texts, DataStructure structure, boolean isolating) {
        this.texts = texts;
        this.isolating = isolating;
        this.structure = structure;
        this.writing = Typography.of(texts.language());
        this.or = ListFormatter.getInstance(writing.locale(), ListFormatter.Type.OR, ListFormatter.Width.WIDE);
    }

    /** Returns the sentence that says what is wrong. */
    public String message(Finding finding) {
        return finding.isWithoutCells() ? texts.title(finding.rule()) : sentence(finding, "message");
    }

    /**
     * Returns the sentence that says how to correct the finding's fault; empty if the rule has no such sentence, or if
     * the values of the finding were removed.
     */
    public String fix(Finding finding) {
        return finding.isWithoutCells() ? "" : sentence(finding, "fix");
    }

    /**
     * Returns the message of the first finding if it is the only one, or if all findings of the group share a value;
     * else the title of the rule.
     */
    public String message(SummaryGroup group) {
        return group.sharesValue() ? message(group.sample()) : texts.title(group.rule());
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

    /**
     * Makes all characters of a text from the file visible and encloses the text between {@link #ISOLATE} and {@link
     * #POP}.
     */
    public static String isolated(String text) {
        return ISOLATE + VisibleText.of(text) + POP;
    }

    private Map<String, Object> arguments(Finding finding) {
        Map<String, Object> arguments = new HashMap<>();
        arguments.put("value", finding.value() == null ? "" : CellText.shorten(finding.value()));
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

    /** Returns a suggested code with its name, or the suggestion itself if it has no name. */
    private String named(String suggestion, Finding finding) {
        String shown = isolating ? isolated(suggestion) : writing.isolated(suggestion);
        return codes(finding)
                .flatMap(list -> list.find(suggestion))
                .map(Code::name)
                .map(name -> name.inLanguage(texts.language()))
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

    /**
     * The writing conventions of a language, for texts that are inserted into its sentences.
     *
     * @param locale the locale of the language, with the digits 0 to 9, so that a figure looks as it does in the file
     * @param isolates whether inserted texts are isolated
     */
    private record Typography(ULocale locale, boolean isolates) {

        static Typography of(String language) {
            ULocale locale = ULocale.forLanguageTag(language + "-u-nu-latn");
            return new Typography(locale, locale.isRightToLeft());
        }

        /** Encloses the text between isolation marks if inserted texts are isolated. */
        String isolated(String text) {
            return isolates && !text.isEmpty() ? Sentences.ISOLATE + text + Sentences.POP : text;
        }

        /** Returns a code with its name in the brackets of the language. */
        String named(String code, String name) {
            boolean wide = locale.getLanguage().equals(Locale.CHINESE.getLanguage());
            return code + (wide ? "\uFF08" + name + "\uFF09" : " (" + name + ")");
        }

        /**
         * Adds isolation marks around every plain argument of a message pattern, if inserted texts are isolated. The
         * values of the arguments do not change, because other parts of the pattern test these values.
         */
        String isolatingArguments(String pattern) {
            if (!isolates) {
                return pattern;
            }
            MessagePattern parts = new MessagePattern(pattern);
            StringBuilder isolating = new StringBuilder(pattern.length() + 16);
            int done = 0;
            for (int i = 0; i < parts.countParts(); i++) {
                MessagePattern.Part part = parts.getPart(i);
                boolean argument = part.getType() == MessagePattern.Part.Type.ARG_START;
                if (argument && part.getArgType() == MessagePattern.ArgType.NONE) {
                    int end = parts.getPart(parts.getLimitPartIndex(i)).getLimit();
                    isolating.append(pattern, done, part.getIndex());
                    isolating.append(isolated(pattern.substring(part.getIndex(), end)));
                    done = end;
                }
            }
            return isolating.append(pattern, done, pattern.length()).toString();
        }
    }
}
