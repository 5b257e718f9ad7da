<#ftl output_format="plainText">
${msg("appKeyRenewedWhat", label, appKey, realmName, hint, renewedAt)}

${msg("appKeyAlarmAddress", address)}

${msg("appKeyRenewedDo")}

${msg("appKeyIdleWhy")}
