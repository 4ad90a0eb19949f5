package org.tipstats.collect.justify;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.tipstats.collect.justify.JustificationDrafts.CoveredFindings;
import org.tipstats.platform.access.Actor;

/**
 * Explains why figures with a warning are correct. Covers all findings of a rule, or only the findings of one line or
 * of some keys.
 */
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

    /** The covered keys, as a {@link KeyPattern}; null for all keys. */
    @Column(name = "series_key")
    String key;

    String text;
    String reason;

    /** Number of covered findings; null for old justifications, made before findings were counted. */
    Long covered;

    /**
     * The explained keys, as a {@link KeyPattern}: {@link #key}, or the key that all findings of the line share; null
     * for a whole rule, or if the findings of the line have several keys.
     */
    String subject;

    /** True if the text is proposed as the public comment on the explained value. */
    boolean footnote;

    /** The id of the accepted justification whose text was taken over, or null. */
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

    /** Returns the covered keys, or null for all keys. */
    KeyPattern keyPattern() {
        return key == null ? null : KeyPattern.parse(key);
    }

    boolean isForWholeRule() {
        return line == null && key == null;
    }

    /** Stores how many findings this justification covers, and which keys it explains. */
    void covers(CoveredFindings findings) {
        covered = findings.count();
        if (key != null) {
            subject = key;
        } else if (line != null) {
            subject = findings.key().map(KeyPattern::toString).orElse(null);
        }
    }
}
