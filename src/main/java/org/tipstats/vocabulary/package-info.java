/**
 * The words that everything speaks: code lists, data structures and dataflows, keys, observations and cubes.
 *
 * <p>Face, the types that other rooms may use:
 *
 * <ul>
 *   <li>cube: {@code Coverage}, {@code Cube}, {@code KeySpace}, {@code Observation}, {@code ObservationField},
 *       {@code RepresentativeYear}, {@code Statuses}
 *   <li>names: {@code Bundle}, {@code CellText}, {@code EditDistance}, {@code Suggestions}
 *   <li>schema: {@code Attribute}, {@code Code}, {@code CodeList}, {@code Constraint}, {@code DataStructure},
 *       {@code Dataflow}, {@code Derivation}, {@code DifferenceQuestion}, {@code Dimension}, {@code DisclosureMethod},
 *       {@code DisclosureSettings}, {@code LocalText}, {@code Measure}, {@code ReferenceMetadata}, {@code Role},
 *       {@code RuleSetting}, {@code SchemaException}, {@code SchemaRegistry}, {@code StructureMap}
 * </ul>
 */
package org.tipstats.vocabulary;
