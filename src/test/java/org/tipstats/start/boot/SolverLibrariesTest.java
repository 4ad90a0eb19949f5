package org.tipstats.start.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPVariable;
import com.sun.jna.Platform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests that the solver works with libraries from a folder of the program, which keeps none of them. */
class SolverLibrariesTest {

    @TempDir
    Path folder;

    @Test
    void theSolverWorksFromAFolderThatIsEmptyAfterwards() throws IOException {
        assumeFalse(Platform.isWindows(), "the loader of OR-Tools does it there");
        SolverLibraries.load(folder);
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(0, left.count());
        }
        MPSolver solver = MPSolver.createSolver("GLOP");
        MPVariable most = solver.makeNumVar(0, 7, "most");
        solver.objective().setCoefficient(most, 1);
        solver.objective().setMaximization();
        solver.solve();
        assertEquals(7, most.solutionValue());
    }
}
