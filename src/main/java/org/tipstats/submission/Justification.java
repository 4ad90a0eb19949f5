package org.tipstats.submission;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.tipstats.access.Actor;
import org.tipstats.report.Finding;

/** Why a warning is right as it is: for all findings of a rule, or for those of one line or key. */
@Entity
@Table(name = "justification")
class Justification {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    @Column(name = "submission_id")
    UUID submission;

    String rule;
    Integer line;

    /** The codes of the key in dimension order joined by dots, or null. */
    @Column(name = "series_key")
    String key;

    String text;
    Instant at;
    UUID actor;

    @Column(name = "actor_name")
    String actorName;

    protected Justification() {}

    Justification(UUID submission, String rule, Integer line, String key, String text, Actor by, Instant at) {
        this.submission = submission;
        this.rule = rule;
        this.line = line;
        this.key = key;
        this.text = text;
        this.actor = by.id();
        this.actorName = by.name();
        this.at = at;
    }

    boolean covers(Finding finding) {
        return rule.equals(finding.rule())
                && (line == null || line.equals(finding.line()))
                && (key == null || key.equals(String.join(".", finding.key().values())));
    }
}
