package org.tipstats.collect.receive;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.tipstats.platform.access.Actor;

/** Why a warning is right as it is: for all findings of a rule, or for those of one line or of some keys. */
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

    /** A {@link KeyPattern}, or null. */
    @Column(name = "series_key")
    String key;

    String text;
    String reason;

    /** How many findings it covers; null for those given before it was counted. */
    Long covered;

    /** What it speaks of, a {@link KeyPattern}: its key, or the one that the findings of its line share. */
    String subject;

    /** Whether it is proposed as the public comment of its subject. */
    boolean footnote;

    /** The accepted justification that it takes over, or null. */
    Long offer;

    Instant at;
    UUID actor;

    @Column(name = "actor_name")
    String actorName;

    protected Justification() {}

    /** @param key null for all keys */
    Justification(UUID submission, String rule, Integer line, KeyPattern key, String text, Actor by, Instant at) {
        this.submission = submission;
        this.rule = rule;
        this.line = line;
        this.key = key == null ? null : key.toString();
        this.text = text;
        this.actor = by.id();
        this.actorName = by.name();
        this.at = at;
    }

    /** The keys that it is for, or null for all. */
    KeyPattern keyPattern() {
        return key == null ? null : KeyPattern.parse(key);
    }

    boolean isForWholeRule() {
        return line == null && key == null;
    }

    /** Takes note of what falls under it. */
    void covers(CoveredFindings findings) {
        covered = findings.count();
        if (key != null) {
            subject = key;
        } else if (line != null) {
            subject = findings.key().map(KeyPattern::toString).orElse(null);
        }
    }
}
