/**
 * Turns a table in any layout into observations, and records for each figure the cells that it came from.
 *
 * <p>Face, the only types that other rooms (see the README) may use:
 *
 * <ul>
 *   <li>grid: {@code CellRange}, {@code Grid}, {@code GridReader}, {@code NoTableException}, {@code Sheet}
 *   <li>reading: {@code Ledger}
 *   <li>meaning: {@code MappedKey}, {@code MappedObservation}
 *   <li>guess: {@code Answers}, {@code Decision}, {@code Guess}, {@code GuessRequest}, {@code Guesser}
 *   <li>saved: {@code Drift}, {@code Mapping}, {@code MappingApplication}, {@code MappingDifference},
 *       {@code MappingFormatException}, {@code MappingMaker}, {@code MappingMessage}
 *   <li>count: {@code CaseCounter}, {@code CaseCounts}, {@code CaseListException}, {@code CaseMapping},
 *       {@code CaseReport}, {@code CaseRequest}, {@code CaseTable}, {@code CaseVocabulary}
 * </ul>
 */
package org.tipstats.mapping;
