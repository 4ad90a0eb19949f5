package org.tipstats.validate.rule;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.tipstats.files.csv.CellText;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.CodeList;

/**
 * Which codes a text may stand for: another spelling of a code, a former or other code, a name in any language, what
 * people call it, or one of these with a slip of the pen.
 *
 * <p>One suggestion is the code that is meant. Several are candidates: the text is used for all of them, none is
 * likelier, and they stand in the order of the list. None means that nothing is near enough to be suggested without
 * false certainty. Immutable; equal texts always get equal answers.
 */
public final class Suggestions {

    /** The most candidates that a guess may have; a text that is a name of more has them all. */
    public static final int MOST = 5;

    /** What can be suggested. @param others other codes for the same @param names what it is called in any language */
    record Candidate(String id, List<String> others, Collection<String> names) {}

    /** What is known of a list: made when it is first asked for. */
    private record Known(List<Candidate> candidates, NameIndex index) {}

    /** Longer texts are no codes or names; comparing them with all names would only take time. */
    private static final int LONGEST_TEXT = 100;

    private static final Pattern CODE = Pattern.compile("[A-Z]{1,3}");

    private static final Map<CodeList, Known> BY_LIST = Collections.synchronizedMap(new WeakHashMap<>());

    private final Known known;
    private final BitSet usable;

    private Suggestions(Known known, BitSet usable) {
        this.known = known;
        this.usable = usable;
    }

    /** Suggests any code of a list. */
    public static Suggestions of(CodeList list) {
        return of(list, code -> true);
    }

    /** Suggests only codes that can be used. */
    public static Suggestions of(CodeList list, Predicate<Code> usable) {
        Known known = BY_LIST.computeIfAbsent(
                list,
                codes ->
                        known(codes.codes().stream().map(Suggestions::candidate).toList()));
        BitSet those = new BitSet();
        list.codes().stream().filter(usable).forEach(code -> those.set(code.position()));
        return new Suggestions(known, those);
    }

    static Suggestions of(List<Candidate> candidates) {
        BitSet all = new BitSet();
        all.set(0, candidates.size());
        return new Suggestions(known(List.copyOf(candidates)), all);
    }

    private static Known known(List<Candidate> candidates) {
        return new Known(candidates, new NameIndex(candidates));
    }

    private static Candidate candidate(Code code) {
        List<String> others = new ArrayList<>();
        code.annotation("ISO_ALPHA_2").ifPresent(others::add);
        code.annotation("M49").ifPresent(others::add);
        List<String> names = new ArrayList<>(code.name().texts().values());
        List<String> aliases = code.annotation("ALIASES").stream()
                .flatMap(list -> Stream.of(list.split(";")))
                .toList();
        for (String alias : aliases) {
            // Letters that are a word too are meant only where they are written as a code.
            boolean isWord = NameWords.nameNothing(NameForm.of(alias).words());
            (isWord && CODE.matcher(alias).matches() ? others : names).add(alias);
        }
        return new Candidate(code.id(), others, names);
    }

    /** The code that the text stands for, or all codes that it may stand for as well. */
    public List<String> forText(String text) {
        String meant = Misread.repaired(CellText.strip(text));
        NameForm form = NameForm.of(meant);
        BitSet exact = exact(meant, form);
        if (!exact.isEmpty()) {
            return ids(exact);
        }
        if (form.isNumber() || form.words().isEmpty() || meant.length() > LONGEST_TEXT || isNothing(form)) {
            return List.of();
        }
        if (NamesBeside.differ(known.index, meant)) {
            return List.of();
        }
        if (NameWords.areGeneric(form.words())) {
            return candidates(known.index.byPart(form));
        }
        BitSet found = first(form, List.of(known.index::byCore, known.index::byStem));
        if (!found.isEmpty()) {
            return ids(found);
        }
        List<String> ids = ids(guess(form));
        return ids.size() > MOST ? List.of() : ids;
    }

    /** Words that many names have lead to no code alone. */
    private List<String> candidates(BitSet found) {
        List<String> ids = ids(found);
        return ids.size() > MOST || found.cardinality() < 2 ? List.of() : ids;
    }

    /** Only spellings, other codes and names that are the same but for case, accents and punctuation. */
    List<String> exact(String text) {
        String stripped = CellText.strip(text);
        return ids(exact(stripped, NameForm.of(stripped)));
    }

    private BitSet exact(String text, NameForm form) {
        BitSet found = known.index.byName(form);
        boolean asCode = !NameWords.nameNothing(form.words()) || isCode(text, form);
        if (!asCode) {
            return found;
        }
        BitSet both = (BitSet) known.index.byCode(form).clone();
        both.or(found);
        return both;
    }

    /** Whether a text that names nothing is a code as well, written as codes are. */
    private boolean isCode(String text, NameForm form) {
        return known.index.byCode(form).stream()
                .mapToObj(known.candidates::get)
                .anyMatch(candidate ->
                        candidate.id().equals(text) || candidate.others().contains(text));
    }

    private static boolean isNothing(NameForm form) {
        return NameWords.nameNothing(form.words()) || NameWords.turned(form.words());
    }

    /** A text with figures in it counts or describes; only a code may have a slip then. */
    private BitSet guess(NameForm form) {
        if (form.hasDigits()) {
            return known.index.byCodeSlip(form);
        }
        return first(
                form,
                List.of(
                        known.index::byCodeSlip,
                        this::bySlip,
                        text -> NamesWithin.of(known.index, text),
                        known.index::byPart,
                        known.index::byBeginning));
    }

    /** By a slip, and where the text is a part or the beginning of another name as it stands, by that as well. */
    private BitSet bySlip(NameForm form) {
        BitSet found = new BitSet();
        // What a first letter alone stands for is not known, so nobody can say that another was meant.
        if (!NameWords.isInitial(form.words().get(0))) {
            found.or(known.index.byNameSlip(form));
        }
        if (!found.isEmpty()) {
            found.or(known.index.byPart(form));
            found.or(known.index.byBeginning(form));
        }
        return found;
    }

    private static BitSet first(NameForm form, List<Function<NameForm, BitSet>> ways) {
        for (Function<NameForm, BitSet> way : ways) {
            BitSet found = way.apply(form);
            if (!found.isEmpty()) {
                return found;
            }
        }
        return new BitSet();
    }

    private List<String> ids(BitSet found) {
        return found.stream()
                .filter(usable::get)
                .mapToObj(i -> known.candidates.get(i).id())
                .toList();
    }
}
