// The address as the server is told it: set before whatever follows the address asks for anything.
document.addEventListener("mb:moved", () => { props.value = location.search; });
