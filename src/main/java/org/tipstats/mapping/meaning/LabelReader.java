package org.tipstats.mapping.meaning;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.tipstats.vocabulary.names.KnownWords;
import org.tipstats.vocabulary.names.NationalWords;
import org.tipstats.vocabulary.names.NationalWords.Match;
import org.tipstats.vocabulary.names.TableWords;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.CodeList;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.Dimension;

/** Reads the names of rows and columns as codes of a dataflow, if all their words are known. */
public final class LabelReader {

    private static final String UNKNOWN = "_U";
    /** Kinds of words that have no code, but name the total of a table or what the table counts. */
    private static final List<String> NAMES_OF_TOTALS = List.of(
            "total", "victims", "cases", "persons", "convicted", "prosecuted", "trafficking", "value", "national");

    /**
     * A text that may join two groups: it has a word such as "and" or Chinese signs, or it has no digits, but a comma
     * or a word such as "with".
     */
    private static final Pattern JOINT = Pattern.compile(
            "^\\D*[,;/&]\\D*$|\\p{IsHan}|(?U)^\\D*\\b(with|avec|con|mit|of|in|en|a|с)\\b\\D*$"
                    + "|(?U)\\b(and|or|et|ou|y|o|e|und|oder|и|или|та|і|або|og|och|eller|ed|i|ili|oraz|lub|u|ve|veya|és|vagy|și|sau|και|ή|ja|tai|dan|atau|và|ir|un|vai|dhe|ose|мен|және)\\b");

    /** Components by which a title may narrow what is counted. */
    private static final List<String> GROUPS = List.of("SEX", AgeSums.AGE, "CITIZENSHIP", "SUPPORT");

    /** The ages of minors and adults. */
    private static final List<AgeRange> HALVES = List.of(new AgeRange(0, 17), new AgeRange(18, AgeRange.OPEN));

    private final Dataflow dataflow;
    private final List<Dataflow> reported;
    private final Counterparts counterparts;
    private final Predicate<String> ownArea;

    /**
     * @param reported all dataflows that areas submit
     * @param ownArea whether a text is a name of the area that reports
     */
    public LabelReader(
            Dataflow dataflow, List<Dataflow> reported, Counterparts counterparts, Predicate<String> ownArea) {
        this.dataflow = dataflow;
        this.reported = List.copyOf(reported);
        this.counterparts = counterparts;
        this.ownArea = ownArea;
    }

    /**
     * The meaning of a label.
     *
     * @param codes the codes by component
     * @param known whether the whole label is understood
     * @param others whether the label names a component that the dataflow lacks
     * @param unspecified whether the label only says that something is unknown
     */
    public record Label(Map<String, String> codes, boolean known, boolean others, boolean unspecified) {
        public static final Label UNKNOWN = new Label(Map.of(), false, false, false);

        /** Returns the code that all words of the text name together; the total if they name nothing else. */
        public Optional<String> code(String component, CodeList list) {
            if (!known || others) {
                return Optional.empty();
            }
            return codes.isEmpty() ? list.total().map(Code::id) : Optional.ofNullable(codes.get(component));
        }
    }

    /** Returns the component that has the same words: a form of exploitation is also the purpose of an offence. */
    public static Optional<String> counterpart(String component) {
        return switch (component) {
            case "EXPLOITATION" -> Optional.of("OFFENCE");
            case "OFFENCE" -> Optional.of("EXPLOITATION");
            default -> Optional.empty();
        };
    }

    private boolean hasDimension(String component) {
        return dataflow.structure().dimension(component).isPresent()
                || counterpart(component)
                        .flatMap(dataflow.structure()::dimension)
                        .isPresent();
    }

    /** Returns the codes of a word for other components, such as the age of girls in a column of sexes. */
    public Map<String, String> beside(String component, String word) {
        Map<String, String> exact = codes(component, word);
        boolean longer = exact.isEmpty() && component.equals("SEX");
        Map<String, String> codes = new TreeMap<>((longer ? read(word) : own(exact)).codes());
        codes.remove(component);
        return codes;
    }

    /** Returns the codes of a word for all components; empty if it is not a word for the component of its column. */
    public Map<String, String> codes(String component, String word) {
        String text = letter(component, word);
        return NationalWords.all()
                .code(component, text)
                .or(() -> NationalWords.all().codeBeside(component, text))
                .map(counterparts::codes)
                .orElse(Map.of());
    }

    /**
     * Returns a word. For the letter M of a sex, returns the English letter of the sex that M means, or an empty text
     * if this is not clear.
     */
    public String letter(String component, String word) {
        return component.equals("SEX") ? counterparts.letter(word) : word;
    }

    /** Returns the meaning of a word for unknown next to other labels: the unknown code of their only component. */
    public Label unknownBeside(Set<String> components) {
        Optional<Dimension> only = components.size() == 1
                ? dataflow.structure().dimension(components.iterator().next())
                : Optional.empty();
        return only.filter(dimension -> !dimension.isTime())
                .flatMap(dimension -> dimension.codes().first(Code::isUnknown))
                .map(code -> new Label(Map.of(only.get().id(), code.id()), true, false, false))
                .orElse(Label.UNKNOWN);
    }

    /** Returns whether a label names another subject, such as cases in a table that also has victims. */
    public boolean isOtherSubject(String text) {
        return counterparts.isOtherSubject(dataflow, text);
    }

    /** Reads a label without the submitter's answers. */
    public Label read(String text) {
        return KnownWords.rest(text).isPresent() ? sex(text) : readKnown(text);
    }

    /** Reads a label with unknown words. It has a meaning only if the whole label stands for women or men, such as F. */
    private Label sex(String text) {
        Map<String, String> codes = codes("SEX", text);
        return List.of("F", "M").contains(codes.getOrDefault("SEX", "")) ? own(codes) : Label.UNKNOWN;
    }

    /** Returns the codes of a label. If the label is not understood, reads its text as a title. */
    public Map<String, String> codesOfTitle(Label label, String text) {
        return orTitle(label, text).codes();
    }

    /**
     * Reads the text of an unknown label as a title, which may name the area that reports, or who publishes the
     * figures: female victims in Austria, police statistics.
     */
    private Label orTitle(Label label, String text) {
        return label.known() || TitleWords.hasUnknown(text, ownArea) ? label : readKnown(text);
    }

    /** Returns whether a title may narrow what its table counts, in a way that is not understood. */
    public boolean mayNarrow(String title) {
        return !orTitle(read(title), title).known() && TitleWords.mayNarrow(title, ownArea);
    }

    private Label readKnown(String text) {
        if (TableWords.all().mentions("smuggling", text)) {
            return Label.UNKNOWN;
        }
        List<Match> matches = NationalWords.all().find(text);
        if (joinsMinors(matches, text)) {
            return Label.UNKNOWN;
        }
        Map<String, String> codes = new LinkedHashMap<>();
        for (Match match : matches) {
            for (Map.Entry<String, String> code : counterparts.codes(match).entrySet()) {
                String before = codes.put(code.getKey(), code.getValue());
                if (before != null && !before.equals(code.getValue())) {
                    return Label.UNKNOWN;
                }
            }
        }
        if (!codes.isEmpty() && TitleWords.isIncluded(text)) {
            return Label.UNKNOWN;
        }
        if (codes.isEmpty() && !isTotal(text) || TitleWords.namesOtherAges(text)) {
            return Label.UNKNOWN;
        }
        Optional<AgeRange> ages = codes.containsKey(AgeSums.AGE) ? Optional.empty() : AgeRange.within(text);
        return ages.isEmpty() ? own(codes) : withAges(codes, ages.get());
    }

    /** Returns whether a text names a total. A text with a word such as "missing" or "not" names none. */
    private static boolean isTotal(String text) {
        TableWords words = TableWords.all();
        return !words.mentions("missing", text)
                && !words.mentions("not", text)
                && NAMES_OF_TOTALS.stream().anyMatch(kind -> words.mentions(kind, text));
    }

    private Label withAges(Map<String, String> codes, AgeRange ages) {
        Optional<String> code = dataflow.structure().dimension(AgeSums.AGE).stream()
                .flatMap(dimension -> dimension.codes().codes().stream())
                .map(Code::id)
                .filter(id -> AgeRange.parse(id).filter(ages::equals).isPresent())
                .findFirst();
        code.ifPresent(id -> codes.put(AgeSums.AGE, id));
        Label label = own(codes);
        return code.isPresent() ? label : new Label(label.codes(), true, true, false);
    }

    /**
     * Returns whether a text names only some of the persons that the dataflow counts: by a property that the dataflow
     * lacks, or by an age group other than minors or adults. Such a group alone in a table would be read as all adults.
     */
    public boolean isOfSome(String text) {
        boolean grouped = NationalWords.all().find(text).stream()
                .anyMatch(match -> GROUPS.stream().anyMatch(match.codes()::containsKey));
        boolean aged =
                NAMES_OF_TOTALS.stream().anyMatch(kind -> TableWords.all().mentions(kind, text))
                        && !TableWords.all().mentions("note", text)
                        && !TitleWords.namesOtherAges(text)
                        && AgeRange.within(text)
                                .filter(range -> !HALVES.contains(range))
                                .isPresent();
        return aged
                || grouped
                        && !TableWords.all().mentions("national", text)
                        && orTitle(read(text), text).others();
    }

    /**
     * Returns whether a text joins women or men with minors. "Women and children", for example, does not mean girls.
     */
    private static boolean joinsMinors(List<Match> matches, String text) {
        return matches.stream().anyMatch(Counterparts::mayMeanAdults)
                && matches.stream().anyMatch(Counterparts::isMinor)
                && JOINT.matcher(text.toLowerCase(Locale.ROOT)).find();
    }

    private Label own(Map<String, String> found) {
        Map<String, String> codes = new TreeMap<>();
        boolean others = false;
        for (Map.Entry<String, String> code : found.entrySet()) {
            Optional<Dimension> dimension = dataflow.structure().dimension(code.getKey());
            if (dimension.isPresent() && dimension.get().positionOf(code.getValue()) >= 0) {
                codes.put(code.getKey(), code.getValue());
            } else {
                others |= !code.getKey().equals(NationalWords.ANY)
                        && !hasDimension(code.getKey())
                        && !isTotal(code.getKey(), code.getValue());
            }
        }
        boolean unspecified = codes.isEmpty() && UNKNOWN.equals(found.get(NationalWords.ANY));
        return unspecified ? new Label(Map.of(), false, others, true) : new Label(codes, true, others, false);
    }

    private boolean isTotal(String component, String code) {
        return reported.stream()
                .flatMap(each -> each.structure().dimension(component).stream())
                .flatMap(dimension -> dimension.codes().find(code).stream())
                .anyMatch(Code::isTotal);
    }
}
