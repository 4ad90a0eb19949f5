package org.tipstats.collect.submission;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import org.tipstats.platform.access.Actor;

/** One step of a submission: its new status, the time, the account and a comment. */
@Entity
@Table(name = "submission_event")
@IdClass(SubmissionEvent.Key.class)
public class SubmissionEvent {

    /** The primary key: the submission and the number of the step, from 1. */
    record Key(UUID submission, int number) implements Serializable {}

    @Id
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "submission_id")
    Submission submission;

    @Id
    int number;

    @Enumerated(EnumType.STRING)
    public SubmissionStatus status;

    public Instant at;
    UUID actor;

    @Column(name = "actor_name")
    public String actorName;

    public String comment;

    protected SubmissionEvent() {}

    SubmissionEvent(Submission submission, int number, SubmissionStatus status, Instant at, Actor by, String comment) {
        this.submission = submission;
        this.number = number;
        this.status = status;
        this.at = at;
        this.actor = by.id();
        this.actorName = by.name();
        this.comment = comment;
    }
}
