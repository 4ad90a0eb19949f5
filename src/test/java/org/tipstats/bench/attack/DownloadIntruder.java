package org.tipstats.bench.attack;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.tipstats.bench.attack.Attack.Found;
import org.tipstats.bench.attack.Attack.Outcome;
import org.tipstats.bench.attack.BreakdownSums.Trust;
import org.tipstats.bench.attack.IntruderKnowledge.Place;

/** Makes a puzzle of everything that was ever published, and solves what can be solved. */
final class DownloadIntruder {

    private final List<Map<String, DownloadedTable>> releases;
    private final Function<DownloadedTable, BiPredicate<DownloadedTable, String>> unrevised;
    private final int mostPrograms;

    /**
     * Creates an intruder.
     *
     * @param releases the tables of each release by dataflow, oldest release first
     * @param unrevised returns, for a table, the test whether a cell is the same in the table of the release before
     * @param mostPrograms the largest number of linear programs for each part of the puzzle
     */
    DownloadIntruder(
            List<Map<String, DownloadedTable>> releases,
            Function<DownloadedTable, BiPredicate<DownloadedTable, String>> unrevised,
            int mostPrograms) {
        this.releases = releases;
        this.unrevised = unrevised;
        this.mostPrograms = mostPrograms;
    }

    /** Downloads all tables of all releases and returns an intruder who knows them. */
    static DownloadIntruder after(Download download, int mostPrograms) {
        List<PublishedStructure> structures = download.structures();
        List<Map<String, DownloadedTable>> releases = new ArrayList<>();
        for (String release : download.releases()) {
            Map<String, DownloadedTable> tables = new TreeMap<>();
            structures.forEach(structure -> tables.put(structure.dataflow(), download.table(release, structure)));
            releases.add(tables);
        }
        return new DownloadIntruder(releases, new Origins(download::provenance)::since, mostPrograms);
    }

    /** Returns the same intruder with knowledge of the revised cells, whose true count has changed. */
    DownloadIntruder whoKnowsRevisions(Truth truth) {
        return new DownloadIntruder(
                releases,
                now -> (before, key) -> !now.structure().isGroup(key)
                        && truth.of(before.release(), now.structure(), key)
                                .equals(truth.of(now.release(), now.structure(), key)),
                mostPrograms);
    }

    /** Returns the tables of all releases by dataflow, oldest release first. */
    List<Map<String, DownloadedTable>> releases() {
        return releases;
    }

    /** Attacks with both kinds of trust and compares the findings with the truth. */
    AttackReport attack(Truth truth) {
        AttackReport report = null;
        Map<String, String> told = new TreeMap<>();
        List<String> used = List.of();
        for (Trust trust : Trust.values()) {
            IntruderKnowledge knowledge = knowledge(trust);
            List<String> sources = knowledge.puzzle().relations().stream()
                    .map(Relation::source)
                    .toList();
            if (sources.equals(used)) {
                break;
            }
            used = sources;
            if (report == null) {
                report = opened(knowledge);
            }
            Outcome outcome = Attack.on(knowledge.puzzle(), mostPrograms);
            judge(knowledge, outcome, truth, report, told);
            String kind = " (" + trust + ")";
            report.count("relations" + kind, knowledge.puzzle().relations().size());
            report.count("linear programs" + kind, outcome.programs());
            report.count("unknowns left untried" + kind, outcome.untried());
            report.count("assumptions given up" + kind, outcome.givenUp().size());
            report.count(
                    "unknowns in contradictory parts" + kind,
                    outcome.contradictory().size());
        }
        return report;
    }

    private IntruderKnowledge knowledge(Trust trust) {
        IntruderKnowledge knowledge = new IntruderKnowledge();
        Map<String, DownloadedTable> before = Map.of();
        for (Map<String, DownloadedTable> tables : releases) {
            for (DownloadedTable table : tables.values()) {
                DownloadedTable earlier = before.get(table.structure().dataflow());
                knowledge.learn(table, earlier, unrevised.apply(table));
            }
            AreaSums groups = new AreaSums(knowledge, tables.get("POPULATION"));
            tables.values().forEach(table -> new BreakdownSums(knowledge, trust).use(table));
            tables.values().forEach(groups::use);
            new DataflowLinks(knowledge, trust).use(tables);
            before = tables;
        }
        return knowledge;
    }

    private static AttackReport opened(IntruderKnowledge knowledge) {
        int withheld = 0;
        int masked = 0;
        for (int i = 0; i < knowledge.puzzle().size(); i++) {
            Place place = knowledge.places(i).get(0);
            boolean isWithheld = place.table().cell(place.key()).isWithheld();
            withheld += isWithheld ? 1 : 0;
            masked += isWithheld ? 0 : 1;
        }
        AttackReport report = new AttackReport(withheld, masked);
        report.count(
                "hidden in one release, shown in a later one",
                knowledge.shownElsewhere().size());
        report.count(
                "hidden though an earlier release shows them",
                knowledge.formerlyPublic().size());
        return report;
    }

    private static void judge(
            IntruderKnowledge knowledge, Outcome outcome, Truth truth, AttackReport report, Map<String, String> told) {
        for (Found found : outcome.found().values()) {
            if (knowledge.shownElsewhere().contains(found.unknown())) {
                continue;
            }
            Place place = knowledge.places(found.unknown()).get(0);
            OptionalLong real = truth.of(place.table().release(), place.table().structure(), place.key());
            boolean masked = place.table().cell(place.key()).isMasked();
            String sentence = place.name() + " = " + found.value() + (masked ? ", masked by its provider" : "");
            if (told.putIfAbsent(sentence, sentence) == null) {
                if (real.isEmpty()) {
                    report.unverifiable().add(sentence);
                    report.count("found in " + place.table().structure().dataflow() + ", truth unknown", 1);
                } else if (real.getAsLong() == found.value()) {
                    report.recovered().add(sentence + ", by " + found.means());
                    report.count("recovered by " + found.means() + (masked ? " of masked" : " of withheld"), 1);
                    report.count("recovered in " + place.table().structure().dataflow(), 1);
                } else {
                    report.wrong().add(sentence + ", really " + real.getAsLong());
                }
            }
        }
    }
}
