package org.tipstats.platform.problem;

import java.util.List;

/**
 * The problem types that a capability adds to the common ones. Implementations are beans, so that the types' addresses
 * resolve.
 */
public interface ProblemTypes {

    List<ProblemType> types();
}
