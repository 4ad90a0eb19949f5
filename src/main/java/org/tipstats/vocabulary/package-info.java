/**
 * The vocabulary that all rooms share: code lists, data structures and dataflows, keys, observations and cubes.
 *
 * <p>Face, the only types that other rooms (see the README) may use:
 *
 * <ul>
 *   <li>cube: {@code Cube}, {@code CubeShape}, {@code DenominatorKeys}, {@code FigureRanks}, {@code KeySpace},
 *       {@code Observation}, {@code ObservationField}, {@code RepresentativeYear}, {@code Statuses}, {@code YearSelection}
 *   <li>names: {@code Bundle}, {@code CaseWords}, {@code CellText}, {@code ColumnLetters}, {@code EditDistance},
 *       {@code KnownWords}, {@code NationalWords}, {@code Suggestions}, {@code TableWords}, {@code ValueLookup}
 *   <li>schema: {@code Code}, {@code CodeList}, {@code DataStructure}, {@code Dataflow}, {@code Derivation},
 *       {@code Dimension}, {@code DisclosureSettings}, {@code LocalText}, {@code ReferenceMetadata},
 *       {@code RepresentationMap}, {@code Role}, {@code SchemaException}, {@code SchemaRegistry}, {@code StructureMap},
 *       {@code StructureMapReader}, {@code StructureMapWriter}
 * </ul>
 */
package org.tipstats.vocabulary;
