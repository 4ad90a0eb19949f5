package org.tipstats.protect.solve;

import com.google.ortools.Loader;

/**
 * Loads the native libraries of OR-Tools when they are first needed. The loader of OR-Tools unpacks them into the temporary
 * folder of the system. A program that knows a better folder can load them in another way.
 */
public final class NativeSolver {

    private static Runnable way = Loader::loadNativeLibraries;
    private static boolean loaded;

    private NativeSolver() {}

    /**
     * Decides how the libraries are loaded. Has no effect once they are loaded, and in development mode: there, the classes of
     * OR-Tools have another class loader than the program, and only their own loader can load libraries for them.
     */
    public static synchronized void loadBy(Runnable other) {
        if (Loader.class.getClassLoader() == NativeSolver.class.getClassLoader()) {
            way = other;
        }
    }

    /** Loads the libraries, unless they are loaded. */
    public static synchronized void load() {
        if (!loaded) {
            way.run();
            loaded = true;
        }
    }
}
