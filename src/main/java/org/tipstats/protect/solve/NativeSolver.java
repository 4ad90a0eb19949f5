package org.tipstats.protect.solve;

import com.google.ortools.Loader;

/**
 * Loads the native libraries of OR-Tools when they are first needed. By default, the loader of OR-Tools unpacks them
 * into the temporary folder of the system. A program may set another way to load them.
 */
public final class NativeSolver {

    private static Runnable way = Loader::loadNativeLibraries;
    private static boolean loaded;

    private NativeSolver() {}

    /**
     * Sets how the libraries are loaded. Has no effect after the libraries are loaded. Has no effect in development
     * mode either, because there the classes of OR-Tools have another class loader, and only that class loader can load
     * the libraries.
     */
    public static synchronized void loadBy(Runnable other) {
        if (Loader.class.getClassLoader() == NativeSolver.class.getClassLoader()) {
            way = other;
        }
    }

    /** Loads the libraries, unless they are already loaded. */
    public static synchronized void load() {
        if (!loaded) {
            way.run();
            loaded = true;
        }
    }
}
