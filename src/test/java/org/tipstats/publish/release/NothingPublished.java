package org.tipstats.publish.release;

import io.quarkus.test.junit.QuarkusMock;
import java.util.List;
import java.util.Set;
import org.tipstats.publish.read.ReleasedBaseline;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.schema.Dataflow;

/** Makes the service of a test behave as if nothing were published, even if other tests have published releases. */
public final class NothingPublished {

    private NothingPublished() {}

    /** Lasts until the end of the test, or of all tests of the class if it is called before all of them. */
    public static void toValidations() {
        QuarkusMock.installMockForType(
                new ReleasedBaseline(null) {
                    @Override
                    public List<Observation> of(Dataflow dataflow, Set<String> areas) {
                        return List.of();
                    }
                },
                ReleasedBaseline.class);
    }
}
