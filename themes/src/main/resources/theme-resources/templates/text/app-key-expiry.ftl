<#ftl output_format="plainText">
${msg("appKeyExpiryWhat", label, appKey, realmName, expiresAt)}

${msg("appKeyExpiryDo")}

${msg("appKeyExpiryWhy")}
