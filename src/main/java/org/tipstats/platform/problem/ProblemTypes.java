package org.tipstats.platform.problem;

import java.util.List;

/** The problem types that a capability adds to the common ones; a bean, so that their addresses resolve. */
public interface ProblemTypes {

    List<ProblemType> types();
}
