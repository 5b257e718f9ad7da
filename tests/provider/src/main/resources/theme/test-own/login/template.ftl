<#-- A layout of its own, without any of the classes of Keycloak's themes. -->
<#macro registrationLayout bodyClass="" displayInfo=false displayMessage=true displayRequiredFields=false>
<!DOCTYPE html>
<html lang="en">
<head>
    <meta charset="utf-8">
    <title>Own layout</title>
</head>
<body id="own-layout">
    <h1><#nested "header"></h1>
    <#nested "form">
</body>
</html>
</#macro>
