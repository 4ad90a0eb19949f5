package org.tipstats.start.postgres;

import com.sun.security.auth.module.UnixSystem;

/** The user of the system who runs this process. */
public final class SystemUser {

    private SystemUser() {}

    public static boolean isRoot() {
        return !System.getProperty("os.name").startsWith("Windows") && new UnixSystem().getUid() == 0;
    }
}
