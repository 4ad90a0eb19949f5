package org.tipstats.publish.remedy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tipstats.compile.aggregate.AggregateCalculator;
import org.tipstats.compile.aggregate.SampleCubes;
import org.tipstats.protect.disclose.DisclosureControl.Exceptions;
import org.tipstats.protect.disclose.ProtectedRelease;
import org.tipstats.protect.figures.EarlierRelease;
import org.tipstats.publish.draft.Protection.AuditedRelease;
import org.tipstats.publish.draft.ServiceProtection;
import org.tipstats.publish.remedy.RemedySearch.BlockedDraft;
import org.tipstats.publish.remedy.RemedySearch.BlockedFigure;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.schema.Dataflow;

/** Made-up victims of the real schema, compiled and protected with remedies as a draft is, but without the service. */
final class SmallCountry {

    static final Dataflow VICTIMS = SampleCubes.dataflow("VICTIMS");
    static final KeySpace SPACE = new KeySpace(VICTIMS.structure());

    private SmallCountry() {}

    /** Returns the key of a count, for example {@code HTI._T._T.SEX.2015}. */
    static long key(String cell) {
        int year = cell.lastIndexOf('.');
        return SPACE.parse("A." + cell.substring(0, year) + ".NUMBER" + cell.substring(year))
                .orElseThrow(() -> new IllegalArgumentException(cell));
    }

    /** Returns an accepted count: a cell and a value, and the confidentiality if there is a third word. */
    static Observation observation(String row) {
        String[] words = row.split(" ");
        boolean masked = words[1].equals("masked");
        return new Observation(
                key(words[0]),
                masked ? null : new BigDecimal(words[1]),
                masked ? "Q" : "A",
                words.length > 2 ? words[2] : null,
                Map.of(),
                null);
    }

    static Map<String, Cube> compile(String... rows) {
        List<Observation> national = new ArrayList<>();
        for (String row : rows) {
            national.add(observation(row));
        }
        Cube nobody = Cube.empty(new KeySpace(SampleCubes.dataflow("POPULATION").structure()));
        return new TreeMap<>(
                Map.of(VICTIMS.id(), new AggregateCalculator(VICTIMS, nobody).calculate(Cube.of(SPACE, national))));
    }

    private static final ServiceProtection SERVICE = new ServiceProtection(SampleCubes.SCHEMAS);

    static AuditedRelease protect(Map<String, Cube> compiled, List<EarlierRelease> earlier, Exceptions exceptions) {
        return SERVICE.protect(compiled, earlier, exceptions);
    }

    /** Returns a release with these figures, protected and published. */
    static EarlierRelease published(
            String id, Map<String, Cube> compiled, List<EarlierRelease> earlier, Remedy... remedies) {
        Exceptions exceptions =
                new RemediedFigures(SampleCubes.SCHEMAS.submitted(), List.of(remedies)).exceptions(compiled);
        Cube shown = protect(compiled, earlier, exceptions)
                .release()
                .cubes()
                .get(VICTIMS.id())
                .cube();
        return new EarlierRelease(id, compiled, Map.of(VICTIMS.id(), shown));
    }

    static boolean isSafe(EarlierRelease... published) {
        return SERVICE.audit(List.of(published)).isSafe();
    }

    /** Protects a draft with remedies and returns the remedies that it has and offers. */
    static RemedySummary remedies(Map<String, Cube> accepted, List<EarlierRelease> earlier, List<Remedy> remedies) {
        RemediedFigures figures = new RemediedFigures(SampleCubes.SCHEMAS.submitted(), remedies);
        Map<String, Cube> compiled = figures.of(accepted);
        ProtectedRelease safe =
                protect(compiled, earlier, figures.exceptions(compiled)).release();
        List<BlockedFigure> blocked =
                safe.blockers().stream().map(BlockedFigure::of).toList();
        return new RemedySearch(SampleCubes.SCHEMAS, SmallCountry::protect)
                .search(new BlockedDraft(remedies, compiled, earlier, safe.cubes(), blocked));
    }

    /** Returns a value as text, {@code -} for a figure without value, or {@code nothing}. */
    static String value(Cube cube, String cell) {
        return cube.find(key(cell))
                .map(figure -> figure.value() == null ? "-" : figure.value().toPlainString())
                .orElse("nothing");
    }
}
