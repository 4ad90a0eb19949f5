package org.tipstats.world;

/** A file as an area's provider sends it. @param csv with a header of component ids */
public record NationalFile(String area, String dataflow, String csv) {}
