<#ftl output_format="plainText">
${msg("appKeyIdleWhat", label, appKey, realmName, expiresAt)}

${msg("appKeyIdleDo")}

${msg("appKeyIdleWhy")}
