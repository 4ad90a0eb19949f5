/**
 * The things that any service needs: problems, HTTP, database, audit log, access and jobs. It knows nothing of
 * statistics.
 *
 * <p>Face, the types that other rooms may use:
 *
 * <ul>
 *   <li>access: {@code AccountFilter}, {@code AccountRequest}, {@code AccountService}, {@code AccountView},
 *       {@code Actor}, {@code CreatedAccount}, {@code CurrentActor}, {@code DemoAccounts}, {@code FirstAdministrator},
 *       {@code IssuedToken}, {@code Mandate}, {@code RightsRequest}, {@code Role}, {@code Roles}, {@code SignInService},
 *       {@code TokenRequest}, {@code TokenView}
 *   <li>audit: {@code AuditEvent}, {@code AuditFilter}, {@code AuditLog}, {@code AuditRecorder},
 *       {@code AuditVerification}, {@code AuditVerifier}, {@code ChainHead}, {@code RecordedEvent}
 *   <li>database: {@code ChunkStore}, {@code CopyWriter}, {@code Database}, {@code DatabaseStatus}
 *   <li>http: {@code AcceptHeader}, {@code CachePolicy}, {@code CachedReplyResource}, {@code DataLimitConfig},
 *       {@code EmbeddablePage}, {@code EntityTags}, {@code FreeParameters}, {@code GzipEncoding}, {@code Languages},
 *       {@code Page}, {@code PageRequest}, {@code RateConfig}, {@code Revalidated}, {@code SubscriptionConfig},
 *       {@code TableFormat}, {@code UploadPaths}
 *   <li>job: {@code JobAnswer}, {@code JobConfig}, {@code JobProgressListener}, {@code JobResource},
 *       {@code JobService}, {@code JobView}, {@code JobWork}, {@code JobsOverview}, {@code Preference},
 *       {@code UnansweredJob}
 *   <li>problem: {@code FailedRequest}, {@code InputError}, {@code Problem}, {@code ProblemCatalogue},
 *       {@code ProblemException}, {@code ProblemRenderer}, {@code ProblemType}, {@code ProblemTypes},
 *       {@code RenderedProblem}, {@code Suggestions}
 * </ul>
 */
package org.tipstats.platform;
