/** Collection: receives, validates, reviews and accepts files, and keeps the history of accepted values. */
package org.tipstats.collect.receive;
