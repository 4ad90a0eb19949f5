package org.tipstats.protect.solve;

import com.google.ortools.Loader;

/**
 * Loads the native libraries of OR-Tools when they are first needed. By default, the loader of OR-Tools unpacks them
 * into the temporary folder of the system. A program may set another way.
 */
public final class NativeSolver {

    private static Runnable way = Loader::loadNativeLibraries;
    private static boolean loaded;

    private NativeSolver() {}

    /**
     * Sets how the libraries are loaded. Has no effect after loading, or in development mode: there, another class
     * loader has the classes of OR-Tools, and only it can load libraries for them.
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
