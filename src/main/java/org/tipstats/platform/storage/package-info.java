/** Files on this machine's disk: temporary files, folders that only their owner can read, and the free space. */
package org.tipstats.platform.storage;
