package org.tipstats.site.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes the key findings of a release: a few sentences on the world, each made only of its figures. */
final class Findings {

    private final Edition edition;
    private final AreaParts parts;

    Findings(Edition edition, AreaParts parts) {
        this.edition = edition;
        this.parts = parts;
    }

    /**
     * Makes the sentences.
     *
     * @param subjects the subjects of the world
     */
    List<Passage> of(List<ReportSubject> subjects) {
        List<Passage> findings = new ArrayList<>();
        AreaParts.victims(subjects).flatMap(parts::total).ifPresent(findings::add);
        subjects.stream()
                .filter(subject -> !subject.isTotal())
                .flatMap(subject -> said(subject).stream())
                .forEach(findings::add);
        return findings;
    }

    private Optional<Passage> said(ReportSubject subject) {
        return subject.latestOfParts()
                .map(year -> new Shares(subject, year, edition))
                .map(shares -> subject.isShared() ? shares.sentence() : shares.counted());
    }
}
