package org.tipstats.collect.justify;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class JustificationRepository implements PanacheRepository<Justification> {

    List<Justification> of(UUID submission) {
        return list("submission = ?1 order by id", submission);
    }
}
