/** Files on this machine's disk: temporary files, folders for the owner alone, and the free space. */
package org.tipstats.platform.storage;
